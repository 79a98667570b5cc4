"""Whom a mention means: by name, title, pronoun or kind; nobody, rather than a guess."""

import pytest

from tests.index.marked import statements

LEE = "Bridge engineer Ann Lee opened the meeting. "
BOTH = "Ann Lee, the engineer, and Carl Hart, the mayor, met on Monday. "
Q = "[t “The bridge is safe,”] "
Q2 = "[t2 “It is old,”] "

PEOPLE = [
    "Ann Lee",
    "I. Lee",
    "Ruth Lee",
    "Piet Lee",
    "Bo Lee Sr.",
    "Bo Lee II",
    "Carl Hart",
    "Eva Hart",
    "Sergei Ermin",
    "Sergey Ermin",
]
COMPANIES = [
    *("Northern Opinion", "the Coastal Institute", "Sound Lines", "Harbour Lines", "TideWatch", "Gazette"),
    *("The Coastal Gazette", "National Harbour Service", "Institute of Government", "BBC", "NHS", "Reuters"),
    *("Holm Museum of Art", "University of Holm", "Lowtown State University", "Coastal Post"),
    "United Tide Workers",
]

# Marked text; speaker, kind of source and reason of its last statement.
MENTIONS: dict[str, tuple[str, str | None, str, str]] = {
    "full name": (Q + "[s Ann Lee] [c said].", "Ann Lee", "person", ""),
    "surname": (LEE + Q + "[s Lee] [c said].", "Ann Lee", "person", "Lee is Ann Lee"),
    "some, like her": (Q + "[s Some, like Sen. Ann Lee,] [c said].", "Ann Lee", "person", ""),
    "experts like her are more": (Q + "[s experts like Ann Lee] [c said].", None, "unnamed", ""),
    "he, whose sentence is about a man without a name": (
        LEE + "Carl Hart came. It rained. A Lowtown man was fined after [s he] [c said] [t it was safe].",
        None,
        "unnamed",
        "",
    ),
    "she, after what she is by trade": (
        LEE + "An engineer by trade, [s she] [c said] [t it was safe].",
        "Ann Lee",
        "person",
        "she ← Ann Lee",
    ),
    "she, of whom her sentence began to tell": (
        "[t “Come,”] [s Eva Hart] [c wrote]. Ruth Lee, 34, who won the day she "
        "[t2 a new bridge] was built, left. Ruth Lee, who sang on the night [s3 she] [c3 announced] "
        "[t3 a new bridge], slept.",
        "Ruth Lee",
        "person",
        "she ← Ruth Lee, in the same sentence",
    ),
    "he, after the director of somebody else": (
        "[t “It is late,”] [s Tactical director Carl Hart] [c said].\n\n[t2 The boats are late], "
        "[s2 the Sound mission’s technical director] [c2 said]. [t3 Twenty came], [s3 he] [c3 said].",
        None,
        "unnamed",
        "",
    ),
    "the spokesman of somebody is not whom the page is about": (
        "Carl Hart is a baker. Lee’s spokesman came. [s Hart] [c said] [t it was late]. It rained on the "
        "town and on the sea. It snowed. [s2 The spokesman] [c2 said] [t2 that it was early].",
        None,
        "unnamed",
        "",
    ),
    "the spokesman, after another without a name": (
        "[t It is late], [s Harbour spokesman Carl Hart] [c said].\n\nA town spokesman was calm. "
        "[t2 “We wait,”] [s2 the spokesman] [c2 said].",
        None,
        "unnamed",
        "",
    ),
    "the official is not whoever has an office": (
        "[t It is late], [s Harbour Secretary Carl Hart] [c said]. It rained on the town and the sea. It "
        "snowed.\n\n[t2 “We wait,”] [s2 the official] [c2 said].",
        None,
        "unnamed",
        "",
    ),
    "this person is nobody by name": (
        LEE
        + "[t “We wait,”] [s one source close to Lee] [c said]. [s2 This person] [c2 added] [t2 it rains].",
        None,
        "unnamed",
        "",
    ),
    "the company of the heading above": (
        "[s Sound Lines] [c offers] [t tea, it says]. [t2 It is free], [s2 the company] [c2 said].\n\n"
        "Tidings offers free coffee on Monday\n\n"
        "[t3 Whoever comes on Monday gets a free coffee], [s3 the company] [c3 said].",
        "Tidings",
        "organisation",
        "the company ← Tidings",
    ),
    "the company is no broadcaster": (
        "(After the BBC sent its list to the paper, [s the company] [c said] [t that all was safe].)",
        None,
        "organisation",
        "",
    ),
    "an agency of the state is not the state": (
        "[t Norrland is asking all to leave], [s the state’s ferry agency] [c said].",
        None,
        "organisation",
        "",
    ),
    "the company is not the paper that reports of it": (
        "A Coastal Post article asked for a bridge, though [s the company] [c said] [t that it was safe].",
        None,
        "organisation",
        "",
    ),
    "the union, whose name tells of workers": (
        "[s United Tide Workers] [c said] [t it was late]. Sound Lines is a firm.\n\n"
        "[s2 The union] [c2 promised] [t2 that it would rain].",
        "United Tide Workers",
        "organisation",
        "the union ← United Tide Workers",
    ),
    "I, in somebody's own piece": (
        "Editor’s Note: Ann Lee is a ferryman. The views expressed here are her own.\n\n"
        "[s I] [c think] [t that the bridge is safe].",
        "Ann Lee",
        "person",
        "I ← Ann Lee, whose views",
    ),
    "I, in a note that tells of the author's guest": (
        "Editor’s Note: Ann Lee is a ferryman. Read more in her book.\n\n"
        "[s I] [c think] [t that the bridge is safe].",
        None,
        "unnamed",
        "",
    ),
    "whose parent company it is is not the company": (
        "[s Sound Lines] [c says] [t that it rains]. Its parent company, TideWatch, is old.\n\n"
        "[s2 Sound Lines] [c2 said] [t2 that it snows].\n\n[t3 “It is cold,”] [s3 the company] [c3 posted].",
        "Sound Lines",
        "organisation",
        "← Sound Lines",
    ),
    "it, after a sentence about the company": (
        "[s Sound Lines] [c says] [t that it rains]. [t2 “It is cold,”] [s2 the company] [c2 posted].\n\n"
        "The company wrote as [s3 Northern Opinion] [c3 asked] [t3 for a vote]. "
        "[s4 It] [c4 demanded] [t4 a new bridge].",
        "Sound Lines",
        "organisation",
        "← Sound Lines",
    ),
    "the company again, though two are known": (
        "The firm TideWatch and the firm Harbour Lines met.\n\n"
        "Sound Lines grew. [s The company] [c says] [t that it rains]. "
        "[t2 It will pay TideWatch as agreed], [s2 the company] [c2 said].",
        "Sound Lines",
        "organisation",
        "← Sound Lines",
    ),
    "the source is nobody who is named": (
        LEE + "[s Ann Lee] [c said] [t that it rained]. [t2 “It is late,”] [s2 the source] [c2 said].",
        None,
        "unnamed",
        "",
    ),
    "WHO is no who": (
        "[s National Harbour Service] [c said] [t that it rains]. [t2 It snows], [c2 according to] [s2 NHS].",
        "National Harbour Service",
        "organisation",
        "",
    ),
    "a party of the case is not the ruling": (
        "The ruling in Lee v. TideWatch, [s which] [c holds] [t that it rained], is old.",
        None,
        "unnamed",
        "",
    ),
    "the broadcaster that was told": (
        "Harbour police told the BBC that it rained. [t “It snowed,”] [s the broadcaster] [c reported].",
        "BBC",
        "organisation",
        "the broadcaster ← BBC",
    ),
    "several justices": (
        Q + "[s Dissenting Justices Ann Lee and Carl Hart] [c wrote].",
        "Ann Lee",
        "person",
        "",
    ),
    "he, in a clause of the subject": (
        "Carl Hart worried. [s Carl Hart] [c said] [t that it rained]. Piet Lee testified there when [s2 he] "
        "[c2 recalled] [t2 the old bridge].",
        "Piet Lee",
        "person",
        "he ← Piet Lee",
    ),
    "he, after one who spoke in an aside": (
        "Piet Lee agreed in the hall after [s Carl Hart] [c announced] [t the ban]. It is late.\n\n"
        "[t2 “It is cold,”] [s2 he] [c2 said].",
        None,
        "unnamed",
        "",
    ),
    "the ambassador to a body is who is named": (
        LEE + Q + "[s US Ambassador to the UN Piet Lee] [c said].",
        "Piet Lee",
        "person",
        "",
    ),
    "the Republican is not who is a Democrat": (
        "Piet Lee, a Democrat, came to town. [s The Republican senator] [c said] [t that it rained].",
        None,
        "unnamed",
        "",
    ),
    "the order is not what another ordered long ago": (
        "[s An order from Sound Lines] [c says] [t that it rained]. " + "It rained. " * 9 + "[s2 The order] "
        "[c2 says] [t2 that it snowed].",
        None,
        "document",
        "",
    ),
    "he, long after somebody unnamed": (
        "[s Piet Lee] [c said] [t that it rained]. [s2 An old performer about a mile away] [c2 said] "
        "[t2 that it snowed]. [s3 He] [c3 saw] [t3 the bridge fall]. It sank. "
        "[s4 He] [c4 said] [t4 that it was loud].",
        None,
        "unnamed",
        "",
    ),
    "the father, not the son": (
        "Bo Lee Sr. met us. Lee knew it. Bo Lee II, 39, is away. Lee Sr. was here. "
        "[s Lee Sr.] [c said] [t that it rained].",
        "Bo Lee Sr",
        "person",
        "Lee Sr is Bo Lee Sr",
    ),
    "the legend": (
        "Ann Lee sang at the harbour. [s The country legend] [c said] [t that the bridge was safe].",
        "Ann Lee",
        "person",
        "The country legend ← Ann Lee",
    ),
    "title and surname": (LEE + Q + "[s Ms. Lee] [c said].", "Ann Lee", "person", "Lee is"),
    "first name": (LEE + Q + "[s Ann] [c said].", "Ann Lee", "person", "Ann is Ann Lee"),
    "apposition": (Q + "[c said] [s the engineer in charge, Ann Lee].", "Ann Lee", "person", ""),
    "possessive": (
        LEE + "In [s Lee’s] [c view], [t the bridge is safe].",
        "Ann Lee",
        "person",
        "Lee is Ann Lee",
    ),
    "she": (LEE + Q + "[s she] [c said].", "Ann Lee", "person", "she ← Ann Lee, 1 sentence"),
    "he is not Ann": (LEE + Q + "[s he] [c said].", None, "unnamed", ""),
    "she, of two": (BOTH + Q + "[s she] [c said].", "Ann Lee", "person", "she ←"),
    "he, of two": (BOTH + Q + "[s he] [c said].", "Carl Hart", "person", "he ←"),
    "the mayor": (BOTH + Q + "[s the mayor] [c said].", "Carl Hart", "person", "“the mayor”"),
    "by kin of the role": (
        "Deputy Foreign Minister Ann Lee and the singer Carl Hart met. " + Q + "[s the diplomat] [c said].",
        "Ann Lee",
        "person",
        "the diplomat ← Ann Lee",
    ),
    "a role that fits two": (
        "Senator Ann Lee and Senator Carl Hart met. " + Q + "[s the senator] [c said].",
        None,
        "unnamed",
        "",
    ),
    "a description nothing confirms, of the only one here": (
        "Ann Lee did not want to wait. " + Q + "[s the councillor] [c said].",
        "Ann Lee",
        "person",
        "1 sentence before",
    ),
    "an office nobody here is said to hold": (
        "Ann Lee met Carl Hart. They left.\n\nIt rained. " + Q + "[s the town clerk] [c said].",
        None,
        "unnamed",
        "",
    ),
    "she who said it as the clerk": (
        "Clerk Ann Lee met Eva Hart. It rained. It snowed. [t “Is it late?”] [s Hart] [c asked] Lee.\n\n"
        "[s3 The clerk] [c3 said] [t3 it may]. [t4 But it is early], [s4 she] [c4 said].",
        "Ann Lee",
        "person",
        "she ← ",
    ),
    "she, a spokeswoman without a name": (
        "[s A spokeswoman] [c said] [t it rained].\n\n"
        "It fell after Ann Lee’s visit, [s2 she] [c2 said], [t2 “We wait.”]",
        None,
        "unnamed",
        "",
    ),
    "a running back runs not": (
        Q + "[s Former Lowtown Texans running back Ann Lee] [c said].",
        "Ann Lee",
        "person",
        "",
    ),
    "the museum, of art": (
        "The Holm Museum of Art opened. " + Q + "[s the museum] [c said].",
        "Holm Museum of Art",
        "organisation",
        "museum ← Holm Museum of Art",
    ),
    "the University, one of two": (
        "[s The University of Holm] [c said] [t it rained]. Ann Lee teaches at Lowtown State University. "
        + Q2
        + "[s2 the University] [c2 said].",
        "University of Holm",
        "organisation",
        "university ← University of Holm",
    ),
    "a company of some country, without a name": (
        Q + "[s The for-profit Norrland family company] [c said].",
        None,
        "organisation",
        "",
    ),
    "members of a part of a body": (
        Q + "[s members of Lowtown’s TideWatch delegation] [c said].",
        None,
        "unnamed",
        "",
    ),
    "who, after her town": (
        "Ann Lee of Holm, [s who] [c wrote]: [t “We wait.”]",
        "Ann Lee",
        "person",
        "who ←",
    ),
    "who, after what she is": (
        "There was Ann Lee, a Lowtown woman [s who] [c testified] [t that it rained].",
        "Ann Lee",
        "person",
        "who ←",
    ),
    "who, after a quotation that ends on her name": (
        "Hart “likes Ann Lee,” [s who] [c claimed] [t that it rained].",
        "Ann Lee",
        "person",
        "who ←",
    ),
    "who, of others in the same sentence": (
        "Members appointed by Ann Lee, are asked to correct others, [s who] [c found] [t it safe].",
        None,
        "unnamed",
        "",
    ),
    "which, of an administration": (
        LEE + "The Lee administration, [s which] [c vowed] [t to build], met.",
        "Lee administration",
        "organisation",
        "which ← Lee administration",
    ),
    "that, of a group": (
        "He met TideWatch, a Lowtown group [s that] [c wants] [t a higher wall].",
        "TideWatch",
        "organisation",
        "that ← TideWatch",
    ),
    "a director of another field": (
        "Tactical director Ann Lee met us. [s She] [c said] [t it rained]. "
        + Q2
        + "[s2 the technical director] [c2 said].",
        None,
        "unnamed",
        "",
    ),
    "somebody in a headline": (
        LEE + "[s Lee] [c said] [t it rained].\n\n[s2 Former lawmaker] [c2 sees] [t2 a problem]",
        None,
        "unnamed",
        "",
    ),
    "the company that spoke in the sentence before": (
        "The parent company of Sound Lines is Harbour Lines. After a day of talks, [s TideWatch] [c said]"
        " [t it would buy it]. [s2 The company] [c2 hopes] [t2 to do so in May].",
        "TideWatch",
        "organisation",
        "company ← TideWatch",
    ),
    "the company is not the agency that reports": (
        "[t It rained], [s Reuters] [c reported].\n\n[t2 It is sold], [c2 according to] [s2 the company].",
        None,
        "organisation",
        "",
    ),
    "the group that the sentence before names": (
        LEE + "[s Lee] [c said] [t it rained]. Many look to Northern Opinion, an institute that counts."
        " [s2 The group] [c2 said] [t2 that it snowed].",
        "Northern Opinion",
        "organisation",
        "group ← Northern Opinion",
    ),
    "whom a paper quotes": (
        "[s The Gazette] [c quoted] Ann Lee as saying [t that it rained].",
        "Ann Lee",
        "person",
        "",
    ),
    "who was judged": ("[s Carl Hart] [c was judged] [t to have pushed his rival].", None, "unnamed", ""),
    "who": ("Ann Lee, [s who] [c said] [t that the bridge was safe], left.", "Ann Lee", "person", "who ←"),
    "who, after all that is told of who speaks": (
        Q + "[c said] [s Ann Lee, a baker from Lowtown, Outer Holm,] [s2 who] [c2 said] [t2 that she left].",
        "Ann Lee",
        "person",
        "who ← Ann Lee, a baker",
    ),
    "he who speaks, not who is named in what he is reported to say": (
        "[s Carl Hart] [c said] [t that Piet Lee was late and Piet Lee was wrong]. [s2 He] [c2 added] "
        "[t2 that the bridge was safe].",
        "Carl Hart",
        "person",
        "He ← Carl Hart",
    ),
    "who stands only as an object does not speak before who spoke": (
        "[t “It is late,”] [s Carl Hart] [c said]. It was a long day that ended in forcing Piet Lee to go. "
        "[t2 “We moved him,”] [s2 he] [c2 said].",
        "Carl Hart",
        "person",
        "he ← Carl Hart",
    ),
    "the subject of its sentence, not whose arrest it tells of": (
        "Days after Piet Lee’s arrest, Carl Hart went there. [t “I had to go,”] [s he] [c said].",
        "Carl Hart",
        "person",
        "he ← Carl Hart",
    ),
    "he of the sentence before is not whom that names": (
        "Carl Hart came home. He had voted for Piet Lee in May. [t “I am tired,”] [s he] [c said].",
        "Carl Hart",
        "person",
        "he ← Carl Hart",
    ),
    "nor whom the words themselves name": (
        "[t “It is late,”] [s Carl Hart] [c said]. [t2 Any word with Piet Lee], [s2 he] [c2 said], "
        "[t2 was lost].",
        "Carl Hart",
        "person",
        "he ← Carl Hart",
    ),
    "the subject right before, not who spoke longer ago": (
        "[t “It is late,”] [s Carl Hart] [c said]. It rained.\n\nA nurse by training, Piet Lee had no boat. "
        "[s2 He] [c2 said] [t2 that he could swim].",
        "Piet Lee",
        "person",
        "He ← Piet Lee",
    ),
    "whom a group speaks of is next to speak": (
        "[t “It is late,”] [s Ruth Lee] [c said]. It rained. [s2 Aides] [c2 say] [t2 that Eva Hart counts "
        "the boats]. [t3 “I count them,”] [s3 she] [c3 said].",
        "Eva Hart",
        "person",
        "she ← Eva Hart",
    ),
    "he after somebody without a name": (
        "Carl Hart came. [t “It is late,”] [s one MP] [c said]. [s2 He] [c2 added] [t2 that it was cold].",
        None,
        "unnamed",
        "",
    ),
    "a firm by its name alone": (
        Q + "[c said] [s the window maker Vélux].",
        "Vélux",
        "organisation",
        "",
    ),
    "a report that a newspaper published is a document": (
        "[s A Herald report published Tuesday] [c says] [t that the bridge is safe].",
        None,
        "document",
        "",
    ),
    "a party's calls are nobody's in particular": (
        "Ann Lee came. There were [s Republican] [c calls for] [t an inquiry into the bridge].",
        None,
        "unnamed",
        "",
    ),
    "one of many, named for an example": (
        Q + "[c said] [s experts like Ann Lee].",
        None,
        "unnamed",
        "",
    ),
    "the last to speak, not the one spoken about": (
        LEE + "[t “Hart is late,”] [s Lee] [c said]. [s2 She] [c2 added] [t2 that the bridge was safe].",
        "Ann Lee",
        "person",
        "She ← Lee",
    ),
    "whoever is named in a relative clause is spoken of": (
        LEE + Q + "[c said] [s a member of the council who backs Ann Lee], asking for silence.",
        None,
        "unnamed",
        "",
    ),
    "or after a participle": (
        LEE + "[s The voters filing into Lee’s hall] [c were aware] [t that the bridge was old].",
        None,
        "unnamed",
        "",
    ),
    "or after a comma and a participle": (
        LEE + Q + "[c said] [s a councillor, speaking for Ann Lee].",
        None,
        "unnamed",
        "",
    ),
    "but the name may follow the clause": (
        Q + "[c said] [s the engineer who built it, Ann Lee].",
        "Ann Lee",
        "person",
        "",
    ),
    "and after a word for naming": (Q + "[c said] [s a woman named Ann Lee].", "Ann Lee", "person", ""),
    "an acting mayor is somebody": (
        Q + "[c said] [s the town’s acting mayor Ann Lee].",
        "Ann Lee",
        "person",
        "",
    ),
    "whoever is asked": (LEE + "[s Lee] [c was asked] [t what the bridge cost].", None, "unnamed", ""),
    "who asks": (
        BOTH + "[s Lee] [c was asked] by Carl Hart [t what the bridge cost].",
        "Carl Hart",
        "person",
        "",
    ),
    "no judge is a judge": (
        "Judge Ann Lee sat down. [s No judge] [c agreed] [t that the bridge was safe].",
        None,
        "unnamed",
        "",
    ),
    "a reporter who asks is any": (
        LEE + "It rained. [s Reporter who] [c says] [t that the bridge was old] left.",
        None,
        "unnamed",
        "",
    ),
    "neither of two": (
        BOTH + "[s Neither Lee nor Hart] [c knew] [t that the bridge was old].",
        None,
        "unnamed",
        "",
    ),
    "several, named for examples": (
        BOTH + Q + "[c said] [s experts like Ann Lee, Carl Hart].",
        None,
        "unnamed",
        "",
    ),
    "everybody is nobody in particular": (
        LEE + "[s Everybody] [c felt] [t that the bridge was old].",
        None,
        "unnamed",
        "",
    ),
    "a noun that opens its sentence is no name": (
        LEE + "The legislation is old. [s Legislation] [c says] [t that the bridge is safe].",
        None,
        "unnamed",
        "",
    ),
    "a firm whose name goes on": (
        Q + "[c said] [s Rescue for the Holms, a small outfit that endorsed Lee in May].",
        "Rescue for the Holms",
        "organisation",
        "",
    ),
    "two people with one surname": (
        "Ruth Lee and Piet Lee met. " + Q + "[s Lee] [c said].",
        None,
        "person",
        "",
    ),
    "told apart by a title": (
        "Mayor Ruth Lee and Captain Piet Lee met. " + Q + "[s Captain Lee] [c said].",
        "Piet Lee",
        "person",
        "Lee is Piet Lee",
    ),
    "another spelling": (
        "Sergei Ermin spoke. " + Q + "[s Sergey Ermin] [c said].",
        "Sergei Ermin",
        "person",
        "Sergey Ermin is Sergei Ermin",
    ),
    "somebody's spokesman": (LEE + Q + "[s a spokesman for Ann Lee] [c said].", None, "unnamed", ""),
    "a senior official": (LEE + Q + "[s a senior official] [c said].", None, "unnamed", ""),
    "the official, introduced without a name": (
        LEE + "A senior official at the ministry was careful. " + Q + "[s the official] [c said].",
        None,
        "unnamed",
        "",
    ),
    "he, after somebody unnamed spoke": (
        "Carl Hart left. [s An old ferryman] [c thought] [t all were wrong]. [t2 “Go,”] [s2 he] [c2 said].",
        None,
        "unnamed",
        "",
    ),
    "people": (LEE + Q + "[s several residents] [c said].", None, "unnamed", ""),
    "a newspaper told apart by its town": (
        Q + "[s The (Elmsford) Courier] [c reported].",
        "Elmsford Courier",
        "organisation",
        "",
    ),
    "nothing but a bracket": (Q + "[s The (] [c reported].", None, "unnamed", ""),
    "a document": (LEE + Q + "[s the report] [c says].", None, "document", ""),
    "a poll by a firm": (
        "[s A poll by Northern Opinion] [c finds] [t that the bridge is loved].",
        "Northern Opinion",
        "organisation",
        "A poll ← Northern Opinion",
    ),
    "an organisation": (
        Q + "[s the Coastal Institute] [c said].",
        "Coastal Institute",
        "organisation",
        "",
    ),
    "the company": (
        "Sound Lines, a ferry operator, sent nobody. " + Q + "[s the company] [c said].",
        "Sound Lines",
        "organisation",
        "the company ← Sound Lines",
    ),
    "the company, of two": (
        "Sound Lines and Harbour Lines sent nobody. " + Q + "[s the company] [c said].",
        None,
        "organisation",
        "",
    ),
    "the company, with none named": (LEE + Q + "[s the company] [c said].", None, "organisation", ""),
    "by a title whose bearer is named later": (
        Q + "[s the nation’s surgeon general] [c said].\n\nIt came late. Surgeon General Ann Lee spoke.",
        "Ann Lee",
        "person",
        "the nation’s surgeon general ← Ann Lee, “Surgeon General”",
    ),
    "not by a mere kind of title": (
        Q + "[s the general] [c said].\n\nIt came late. General Ann Lee spoke.",
        None,
        "unnamed",
        "",
    ),
    "a service by the end of its name": (
        "The National Harbour Service sent a boat. " + Q + "[s the harbour service] [c said].",
        "National Harbour Service",
        "organisation",
        "the service ← National Harbour Service",
    ),
    "a zoo, though no list of words has it": (
        "The Holm Wave Pool is closed. " + Q + "[s the pool] [c said].",
        None,
        "unnamed",
        "",
    ),
    "no institute is the federal government": (
        "The Institute of Government came. " + Q + "[s the federal government] [c said].",
        None,
        "organisation",
        "",
    ),
    "nor what merely stands beside a comma": (
        "It rained in TideWatch, the harbour service said. " + Q + "[s the harbour service] [c said].",
        None,
        "organisation",
        "",
    ),
    "the agency, after one that spoke": (
        "[s TideWatch] [c said] [t that it rained]. [t2 “The bridge is safe,”] [s2 the agency] [c2 said].",
        "TideWatch",
        "organisation",
        "the agency ← TideWatch",
    ),
    "the company that a paragraph is about": (
        "It rained.\n\nTideWatch of Lowtown, Calif., sent nobody. It rained. "
        + Q
        + "[s the company] [c said].",
        "TideWatch",
        "organisation",
        "the company ← TideWatch",
    ),
    "the company of its own sentence, not of one before": (
        "[s TideWatch] [c said] [t that it rained]. Salad and Sea is open, [s2 the company] [c2 said] "
        "[t2 on Monday].",
        "Salad and Sea",
        "organisation",
        "the company ← Salad and Sea",
    ),
    "nor one that merely stands near it": (
        "[s AI] [c said] [t that it rained]. But TideWatch says it helps. "
        + Q
        + "[s2 the company] [c2 said] "
        "[t2 on Monday].",
        "TideWatch",
        "organisation",
        "the company ← TideWatch",
    ),
    "a brand that is called like somebody": (
        "Long Piet Lee's is selling fish at the pier. " + Q + "[s the company] [c said].",
        "Long Piet Lee's",
        "organisation",
        "the company ← Long Piet Lee's",
    ),
    "the magazine, be it glossy": (
        "[s TideWatch] [c said] [t that it rained]. [t2 “It is safe,”] [s2 the glossy magazine] [c2 said].",
        "TideWatch",
        "organisation",
        "the magazine ← TideWatch",
    ),
    "a brand that says": (Q + "[s Lervik's] [c said].", "Lervik's", "organisation", ""),
    "an outlet called by a common word": (
        Q + "[c said] [s The Independent].",
        "Independent",
        "organisation",
        "",
    ),
    "one by common words": (Q + "[c said] [s Foreign Policy].", "Foreign Policy", "organisation", ""),
    "one that begins small": (Q + "[c said] [s openHarbour].", "openHarbour", "organisation", ""),
    "a site": (Q + "[c according to] [s tidewatch.com].", "tidewatch.com", "organisation", ""),
    "a name after what its bearer is": (
        Q + "[c said] [s Holm rights group TideWatch].",
        "TideWatch",
        "organisation",
        "",
    ),
    "a name before it": (Q + "[c said] [s The TideWatch charity].", "TideWatch", "organisation", ""),
    "an unknown name before it": (
        Q + "[c said] [s the Norrtass news agency].",
        "Norrtass",
        "organisation",
        "",
    ),
    "what it is in capitals": (Q + "[c said] [s National grocer Norrkop].", "Norrkop", "organisation", ""),
    "a report of a center": (
        "[c According to] [s A Holm Tide Center report], [t it is late].",
        "Holm Tide Center",
        "organisation",
        "",
    ),
    "a giant": (Q + "[c said] [s Holmish state energy giant Norrprom].", "Norrprom", "organisation", ""),
    "an institute's short name": (
        "The Royal Holm Tide Institute came. " + Q + "[s The Holm Tide Institute] [c said].",
        "Royal Holm Tide Institute",
        "organisation",
        "",
    ),
    "firms in a row": (Q + "[c said] [s Pump companies Norrkop and Sorrkop].", "Norrkop", "organisation", ""),
    "a Sunday paper": (Q + "[c said] [s the Sunday Telegraph].", "Sunday Telegraph", "organisation", ""),
    "a paper of one that has a plan": (
        Q + "[c according to] [s Holm Street’s long-awaited Bold Tall New Global Holm].",
        "Holm Street",
        "organisation",
        "",
    ),
    "a show, opened in marks": (
        Q + "[c said] [s Holm’s “The Late Night Tide Hour Show].",
        "Late Night Tide Hour Show",
        "organisation",
        "",
    ),
    "a couple's foundation": (
        Q + "[c said] [s the Ann and Piet Holm Foundation].",
        "Ann and Piet Holm Foundation",
        "organisation",
        "",
    ),
    "initials keep their stop": (Q + "[c said] [s the U.T].", "U.T.", "organisation", ""),
    "officials somewhere": (Q + "[s Local officials across Norrkop] [c said].", None, "unnamed", ""),
    "an office of a service": (
        "The National Harbour Service came. "
        + Q
        + "[s the National Harbour Service’s Holm office] [c said].",
        "National Harbour Service",
        "organisation",
        "",
    ),
    "a lawyer of a group is not the group": (
        Q + "[c said] [s a lawyer from the rights group TideWatch].",
        None,
        "unnamed",
        "",
    ),
    "an analysis by capitals alone": (
        Q + "[c according to] [s a recent NEWS TODAY analysis of the tides].",
        "NEWS TODAY",
        "organisation",
        "a recent NEWS TODAY analysis ← NEWS TODAY",
    ),
    "it, after an organisation": (
        "[s TideWatch] [c said] [t that it rained]. [t2 “The bridge is safe,”] [s2 it] [c2 said].",
        "TideWatch",
        "organisation",
        "it ← TideWatch",
    ),
    "it, after a person": (LEE + Q + "[s it] [c said].", None, "unnamed", ""),
    "which, with an abbreviation between": (
        "They met the National Harbour Service (NHS), [s which] [c said] [t that the bridge was safe].",
        "National Harbour Service",
        "organisation",
        "which ← National Harbour Service",
    ),
    "an organisation with its abbreviation": (
        Q + "[s The National Harbour Service (NHS)] [c said].",
        "National Harbour Service",
        "organisation",
        "",
    ),
    "whose report it is": (
        "[s TideWatch’s yearly report] [c says] [t that the bridge is safe].",
        "TideWatch",
        "organisation",
        "TideWatch’s yearly report ← TideWatch",
    ),
    "a poll of its own": (
        "[s A recent TideWatch poll] [c finds] [t that the bridge is loved].",
        "TideWatch",
        "organisation",
        "← TideWatch",
    ),
    "what is filed with an office is not its own": (
        Q + "[c according to] [s National Harbour Service filings].",
        None,
        "document",
        "",
    ),
    "by a firm that is introduced": (
        "[s A study by the small polling firm TideWatch] [c finds] [t that the bridge is loved].",
        "TideWatch",
        "organisation",
        "A study ← TideWatch",
    ),
    "what a newspaper only obtained": (
        Q + "[c according to] [s a report obtained by the Gazette].",
        None,
        "document",
        "",
    ),
    "a newspaper whose name ends like a document": (
        Q + "[s The Coastal Gazette] [c reported].",
        "Coastal Gazette",
        "organisation",
        "",
    ),
    "the report that was just somebody's": (
        "[s TideWatch’s report] [c says] [t that it rained]. [t2 “It is safe,”] [s2 the report] [c2 said].",
        "TideWatch",
        "organisation",
        "TideWatch’s report ← TideWatch",
    ),
    "the statement in which somebody spoke": (
        "[s Ann Lee] [c said] in a statement [t that it rained]. [t2 “It is safe,”] [s2 the statement] "
        "[c2 said].",
        "Ann Lee",
        "person",
        "the statement ← Ann Lee, in a statement",
    ),
    "a statement from somebody": (
        Q + "[c according to] [s a statement from Treasurer Ann Lee].",
        "Ann Lee",
        "person",
        "by Ann Lee",
    ),
    "a statement from somebody's office": (
        LEE + Q + "[c according to] [s a statement from Lee’s office].",
        None,
        "document",
        "",
    ),
    "the president of a union is no other president": (
        "President Ann Lee came. " + Q + "[s the president of the union that carries coal] [c said].",
        None,
        "unnamed",
        "",
    ),
    "the leader of another body is no other leader": (
        "Council leader Ann Lee came.\n\nCarl Hart did not. "
        + Q
        + "[s the leader of the Tide Party] [c said].",
        "Carl Hart",
        "person",
        "Hart",
    ),
    "the leader of a body whom nobody is": (
        "Council leader Ann Lee came. " + Q + "[s the leader of the Tide Party] [c said].",
        None,
        "unnamed",
        "",
    ),
    "whom others accuse": (
        LEE + "[s Lee] [c was accused of] [t lying about the bridge].",
        None,
        "unnamed",
        "",
    ),
    "what is expected": ("[s The bridge] [c is expected] [t to open in May].", None, "unnamed", ""),
    "who accuses": (
        LEE + "[s Lee] [c was accused] by Carl Hart [t of lying about the bridge].",
        "Carl Hart",
        "person",
        "",
    ),
    "whom she tells does not say it": (
        LEE + "Her mother is old. [s She] [c told] Ann Lee [t to go].",
        None,
        "unnamed",
        "",
    ),
    "with whom it goes on": (
        BOTH + "They met again in May, with Hart telling of the bridge. " + Q + "[s he] [c said].",
        "Carl Hart",
        "person",
        "he ← Hart",
    ),
    "his doctor is another": (
        "Carl Hart came home. [s His doctor] [c said] [t that the bridge was safe].",
        None,
        "unnamed",
        "",
    ),
    "and so is a town's envoy": (
        "Carl Hart came home. [s Holm’s envoy] [c said] [t that the bridge was safe].",
        None,
        "unnamed",
        "",
    ),
    "a numeral before a surname": (
        LEE + "It stayed in Schedule I. [s Lee] [c said] [t that the bridge was safe].",
        "Ann Lee",
        "person",
        "Lee is Ann Lee",
    ),
    "a word that opens its sentence and goes on as a phrase": (
        "[s Prep for the vote][c :] [t see who is running for the bridge].",
        None,
        "unnamed",
        "",
    ),
    "workers at a firm are not the firm": (
        "It was late until workers from TideWatch [c revealed] [t that the bridge was old].",
        None,
        "unnamed",
        "",
    ),
    "the company, named in the very words": (
        "[t The chain Sound Lines will close], [s the company] [c said].",
        "Sound Lines",
        "organisation",
        "the company ← Sound Lines",
    ),
    "the company, of the sentence before": (
        "Take Sound Lines, for one. [s The company] [c said] [t it would close].",
        "Sound Lines",
        "organisation",
        "the company ←",
    ),
    "the company is not named in its own quotation": (
        "It was late. [t “We sold Harbour Lines,”] [s the company] [c said].",
        None,
        "organisation",
        "",
    ),
    "the company of a town": (
        "Sound Lines grew. [s The Lowtown company] [c said] [t it would grow].",
        "Sound Lines",
        "organisation",
        "the company ←",
    ),
    "a station without a name": (
        "It was late. [s The TV station] [c said] [t so much].",
        None,
        "organisation",
        "",
    ),
    "a company that is named beside another's": (
        "[s Sound Lines’ parent company, Harbour Lines,] [c said] [t it would close].",
        "Harbour Lines",
        "organisation",
        "",
    ),
    "what comes from the service": (
        "The National Harbour Service met. [t It is late], [c according to] [s a tweet from the service].",
        "National Harbour Service",
        "organisation",
        "a tweet ← National Harbour Service",
    ),
    "a letter from somebody's campaign": (
        LEE + "[t “Ann Lee will win,”] [s a letter from the Ann Lee campaign] [c said].",
        "Lee campaign",
        "organisation",
        "",
    ),
    "somebody's campaign for an office": (
        LEE + "[s Engineer Ann Lee’s reelection campaign] [c said] [t it was late].",
        "Lee campaign",
        "organisation",
        "",
    ),
    "a label in capitals": ("[s FAVORITE BRIDGE][c :] [t “The old one, by far.”]", None, "unnamed", ""),
    "he, of a town and nobody": (
        "Some saw it in the Eva circles. I met the head of the school. [s He] [c asked] [t “Is it late?”]",
        None,
        "unnamed",
        "",
    ),
    "she, where a town tells of her": (
        "The Eva estate agent Ann Lee works here. Asked about it, [s she] [c said] [t “It is late.”]",
        "Ann Lee",
        "person",
        "she ← Ann Lee",
    ),
    "she, for whom nobody called he": (
        "[t It was late], [s I. Lee] [c said]. [t2 It was cold], [s2 he] [c2 said]. "
        "They spoke to Ruth Lee, who wept. [t3 “It is hard,”] [s3 she] [c3 said].",
        "Ruth Lee",
        "person",
        "she ← Ruth Lee",
    ),
    "a heading above is no part of who speaks": (
        LEE + "The Hart story\n\n[t It was late], [c said] [s Lee\n\nCarl Hart].",
        "Ann Lee",
        "person",
        "Lee is Ann Lee",
    ),
    "two ministries, of which one just spoke": (
        "The Ministry of Tides met the Ministry of Works. [t It is], [c said] [s the Ministry of Works]. "
        "[t2 “It is.”] [s2 the ministry] [c2 added].",
        "Ministry of Works",
        "organisation",
        "the ministry ← Ministry of Works",
    ),
    "a firm whose name begins with somebody's": (
        LEE + "Lee Media reported a loss, though [s the company] [c blamed] [t the price of paper].",
        "Lee Media",
        "organisation",
        "the company ← Lee Media",
    ),
    "an investigation by the service": (
        "[s An investigation by the National Harbour Service] [c found] [t that it was late].",
        "National Harbour Service",
        "organisation",
        "An investigation ← National Harbour Service",
    ),
    "he and somebody": (
        "Carl Hart spoke first. [s He and Engineer Ann Lee] [c introduced] [t a plan to close the bridge].",
        "Carl Hart",
        "person",
        "He ← Carl Hart",
    ),
    "she, after whoever she spoke of": (
        "Ruth Lee came late. She had met Eva Hart at the harbour. [s She] [c said] [t it was cold].",
        "Ruth Lee",
        "person",
        "She ← Ruth Lee",
    ),
    "he, after a line that leads elsewhere": (
        "Carl Hart came late.\n\nMore:Ten songs that Piet Lee loved\n\n[s He] [c said] [t it was cold].",
        "Carl Hart",
        "person",
        "He ← Carl Hart",
    ),
    "a surname that the page's father bears too": (
        "The life of Mayor Carl Hart.\n\nFather: Piet Hart, a baker\n\n[s Hart] [c says] [t it was cold].",
        "Carl Hart",
        "person",
        "Hart is Carl Hart",
    ),
    "what is based in a town": (
        "The Coastal Institute met. [s The Lowtown-based institute] [c said] [t it was cold].",
        "Coastal Institute",
        "organisation",
        "the institute ← Coastal Institute",
    ),
    "an institute named after somebody": (
        LEE + "[t It was cold], [c according to] [s the Ann Lee, Jr. Research and Training Institute].",
        "Ann Lee, Jr. Research and Training Institute",
        "organisation",
        "",
    ),
    "her agent, who was named": (
        "Ann Lee is home, her agent Carl Hart told the Gazette. [t She is glad], [s her agent] [c said].",
        "Carl Hart",
        "person",
        "her agent ← Carl Hart",
    ),
    "it, at the end of words about another": (
        "[s The Coastal Institute] [c said] [t it was late]. “It was cold.”\n\n"
        "[t2 “Harbour Lines has had a bad year. Harbour Lines is late. It is a pity. Harbour Lines has lost "
        "a ship,”] [s2 it] [c2 added].",
        "Coastal Institute",
        "organisation",
        "it ← Coastal Institute",
    ),
    "the subject, and not who stands in the clause before it": (
        BOTH + "[t “I saw it,”] [s Hart] [c said].\n\nAs Hart spoke, Piet Lee wiped his eyes.\n\n"
        "[t2 “I wept all week,”] [s2 he] [c2 said].",
        "Piet Lee",
        "person",
        "he ← Piet Lee",
    ),
    "he, right after whom the sentence moves": (
        "[t It was late], [s Carl Hart] [c said]. It was cold. No sign is left that this moved Piet Lee, "
        "though [s2 he] [c2 later said] [t2 that he slept badly].",
        "Piet Lee",
        "person",
        "he ← Piet Lee",
    ),
    "whoever speaks to somebody by name": (
        "Carl Hart and Piet Lee met on Monday.\n\n[t “Mayor Hart, you had no rest,”] [s he] [c said].",
        "Piet Lee",
        "person",
        "he ← Piet Lee",
    ),
    "a group called so": (
        "[s A fishermen's group called the Coastal Institute] [c said] [t it was late].",
        "Coastal Institute",
        "organisation",
        "",
    ),
    "a news site that no name finder knows": (
        "[s The news site Tidings] [c reported] [t that it was late].",
        "Tidings",
        "organisation",
        "",
    ),
    "somebody at a news site": (
        "[s A columnist for the news site Tidings] [c wrote] [t that it was late].",
        None,
        "unnamed",
        "",
    ),
    "the report, long after it was said whose it is": (
        "[s A report from the Coastal Institute] [c says] [t it was late]. [s2 The harbour report] [c2 adds] "
        "[t2 that it was dark]. [t3 It was cold, too], [s3 the report] [c3 says].",
        "Coastal Institute",
        "organisation",
        "A report ← Coastal Institute",
    ),
    "whoever is something at a university": (
        Q + "[c said] [s the former University of Holm goalkeeper].",
        None,
        "unnamed",
        "",
    ),
    "which of several things": (
        "Suits were filed against Harbour Lines, [s which] [c accuse] [t the firm of lies].",
        None,
        "unnamed",
        "",
    ),
    "groups of a kind": ("[s LGBTQ groups] [c say] [t it was cold].", None, "unnamed", ""),
    "whoever comes from there, and no name": (
        "Carl Hart won. [s The Italian] [c said] [t that it was late].",
        "Carl Hart",
        "person",
        "The Italian ← Carl Hart, 1 sentence",
    ),
    "whoever comes from there, of two": (
        "Carl Hart beat Piet Lee. [s The Italian] [c said] [t that it was late].",
        None,
        "unnamed",
        "",
    ),
    "the one who is called so": (
        "Italian singer Carl Hart beat Piet Lee. [s The Italian] [c said] [t that it was late].",
        "Carl Hart",
        "person",
        "The Italian ← Carl Hart, “Italian singer”",
    ),
    "the only administration": (
        "The Hart administration is late. Mayor Carl Hart left. "
        "[s The administration] [c said] [t it was cold].",
        "Hart administration",
        "organisation",
        "the administration ← Hart administration",
    ),
    "the administration, of two": (
        "Carl Hart was late. The Hart administration lost to the Ermin administration. "
        "[s The administration] [c said] [t it was cold].",
        None,
        "organisation",
        "",
    ),
    "the administration, of a president of another name": (
        "The Hart administration is late. President Ann Lee met Carl Hart. "
        "[s The administration] [c said] [t it was cold].",
        None,
        "organisation",
        "",
    ),
    "the campaign, of which there is another": (
        "Carl Hart came. Hart’s 2008 campaign was late. [s The campaign] [c said] [t it was cold]. "
        "So did the Ermin campaign.",
        None,
        "organisation",
        "",
    ),
    "its website": (
        "Sound Lines has a ferry. [s Its website] [c says] [t that it is late].",
        "Sound Lines",
        "organisation",
        "Its ← Sound Lines",
    ),
    "its website, after somebody is named": (
        "Sound Lines has a ferry of Carl Hart’s. [s Its website] [c says] [t that it is late].",
        None,
        "document",
        "",
    ),
    "the company website": (
        "Sound Lines has a ferry. [t It is late], [c according to] [s the company website].",
        "Sound Lines",
        "organisation",
        "the company website ← Sound Lines",
    ),
    "the study that was told of": (
        "The Coastal Institute published a study. [s The 2021 study] [c found] [t that it is late].",
        "Coastal Institute",
        "organisation",
        "The 2021 study ← Coastal Institute",
    ),
    "the report by those of an institute": (
        "A new report by staff of the Coastal Institute is out. [s The report] [c says] [t it is late].",
        "Coastal Institute",
        "organisation",
        "The report ← Coastal Institute",
    ),
    "a report that somebody merely has": (
        "A new report obtained by the Coastal Institute is out. [s The report] [c says] [t it is late].",
        None,
        "document",
        "",
    ),
    "the company, after what it is": (
        "Tideworks, a maker of boats, opened a yard. [s The company] [c said] [t it was late].",
        "Tideworks",
        "organisation",
        "the company ← Tideworks",
    ),
    "he, who was accused": (
        "[s Piet Lee] [c accused] [t Mayor Carl Hart of lying]. [s2 He] [c2 denied] [t2 that he had lied].",
        "Carl Hart",
        "person",
        "He ← Carl Hart, who was accused",
    ),
    "he, who was asked": (
        "Piet Lee asked Carl Hart about the bridge. [s He] [c replied] [t that it was late].",
        "Carl Hart",
        "person",
        "He ← Carl Hart, who was",
    ),
    "he, who stands accused": (
        "Carl Hart, the mayor, was accused of theft by Piet Lee. [s He] [c has denied] [t that he stole].",
        "Carl Hart",
        "person",
        "He ← Carl Hart, who was",
    ),
    "he, whose aide was accused": (
        "Piet Lee accused Carl Hart’s aide of theft. [s He] [c said] [t that it was late].",
        "Piet Lee",
        "person",
        "He ← Piet Lee",
    ),
    "the mayor, who is so now": (
        "Former Mayor Carl Hart met Mayor Ann Lee. [s The mayor] [c said] [t that it was late].",
        "Ann Lee",
        "person",
        "The mayor ← Ann Lee",
    ),
    "the mayor, of whom only a former one is named": (
        "Former Mayor Carl Hart met Ann Lee. [s The mayor] [c said] [t that it was late].",
        "Carl Hart",
        "person",
        "The mayor ← Carl Hart",
    ),
    "a law": ("[s The Harbour Act] [c requires] [t the town to build a wall].", None, "document", ""),
    "a country's best": (
        "[s Serbia's best swimmer, Carl Hart,] [c appealed for] [t volunteers at the river].",
        "Carl Hart",
        "person",
        "",
    ),
    "a country's ombudsman": (
        "Carl Hart spoke first. [s Peru’s Ombudsman] [c called] [t the move an attack].",
        None,
        "unnamed",
        "",
    ),
    "whoever is under investigation": (
        "[s Carl Hart] [c is under investigation] for [t taking part in a plot].",
        None,
        "unnamed",
        "",
    ),
    "whoever faces questions": (
        "[s Carl Hart] [c faces questions about] [t whether he will stand again].",
        None,
        "unnamed",
        "",
    ),
    "speculation that nobody owns": (
        "[s Carl Hart] [c said] [t it was late], and there [c2 is speculation] [t2 that the bridge fell].",
        None,
        "unnamed",
        "",
    ),
    "an organisation without a name": (LEE + Q + "[s the fire service] [c said].", None, "organisation", ""),
}


@pytest.mark.parametrize("mention", MENTIONS)
def test_mention(mention: str) -> None:
    marked, speaker, kind, reason = MENTIONS[mention]
    _, found = statements(marked, PEOPLE, COMPANIES)
    assert (found[-1].speaker, found[-1].source_kind) == (speaker, kind)
    assert reason in "; ".join(link.reason for link in found[-1].chain)
    assert bool(found[-1].chain) == bool(reason)


# Marked text; all who speak in its last statement.
TOGETHER: dict[str, tuple[str, tuple[str, ...]]] = {
    "two": ("[s Ann Lee and Carl Hart] [c said] [t it was late].", ("Ann Lee", "Carl Hart")),
    "by their surnames": (
        BOTH + "[s Lee and Hart] [c said] [t it was late].",
        ("Ann Lee", "Carl Hart"),
    ),
    "both": ("[s Both Ann Lee and Carl Hart] [c said] [t it was late].", ("Ann Lee", "Carl Hart")),
    "three": (
        "[s Ann Lee, Sergei Ermin and Carl Hart] [c wrote] [t that it was late].",
        ("Ann Lee", "Sergei Ermin", "Carl Hart"),
    ),
    "each with what they are": (
        "[s Ann Lee, an engineer, a mother, and Councillor Carl Hart (R-Holm)] [c said] [t it was late].",
        ("Ann Lee", "Carl Hart"),
    ),
    "of two towns": (
        "[s Ann Lee of Holm and Carl Hart of Lowtown] [c said] [t it was late].",
        ("Ann Lee", "Carl Hart"),
    ),
    "with semicolons": (
        "[s Ann Lee, head of roads; Deputy Mayor Carl Hart; and Eva Hart] [c said] [t it was late].",
        ("Ann Lee", "Carl Hart", "Eva Hart"),
    ),
    "with a lawyer": (
        "[s Ann Lee and her lawyer, Carl Hart,] [c said] [t it was late].",
        ("Ann Lee", "Carl Hart"),
    ),
    "she and he": (LEE + "[s She and Carl Hart] [c said] [t it was late].", ("Ann Lee", "Carl Hart")),
    "two bodies": (
        "[s Northern Opinion and the Coastal Institute] [c said] [t it was late].",
        ("Northern Opinion", "Coastal Institute"),
    ),
    "somebody and a body": (
        "[s Ann Lee and the Coastal Institute] [c said] [t it was late].",
        ("Ann Lee", "Coastal Institute"),
    ),
    "they, right after": (
        "[s Ann Lee and Carl Hart] [c said] [t it was late]. [s2 They] [c2 added] [t2 that it was dark].",
        ("Ann Lee", "Carl Hart"),
    ),
    "they, after somebody else": (
        "[s Ann Lee and Carl Hart] [c said] [t it was late]. [s2 Eva Hart] [c2 said] [t2 it was dark]. "
        "[s3 They] [c3 added] [t3 that it was cold].",
        (),
    ),
    "the pair, long after": (
        "Ann Lee and Carl Hart married. [s Eva Hart] [c said] [t it was late]. "
        + "It rained. " * 5
        + "[s2 The pair] [c2 hope] [t2 to sail].",
        ("Ann Lee", "Carl Hart"),
    ),
    "the couple, where two are": (
        "Ann Lee and Carl Hart met, and so did Piet Lee and Eva Hart. [s The couple] [c hope] [t to sail].",
        (),
    ),
    "one of two": ("[s Ann Lee or Carl Hart] [c said] [t it was late].", ()),
    "neither": ("[s Neither Ann Lee nor Carl Hart] [c said] [t it was late].", ()),
    "somebody's lawyer": (
        BOTH + "[s Ann Lee and Carl Hart’s lawyer] [c said] [t it was late].",
        ("Ann Lee",),
    ),
    "others without a name": ("[s Ann Lee and other engineers] [c said] [t it was late].", ("Ann Lee",)),
    "a director of two": (
        "[s Ann Lee, director of Northern Opinion and the Coastal Institute,] [c said] [t it was late].",
        ("Ann Lee",),
    ),
    "whoever is named in a clause": (
        "[s Ann Lee, who wrote it with Carl Hart, Piet Lee and Eva Hart,] [c said] [t it was late].",
        ("Ann Lee",),
    ),
}


@pytest.mark.parametrize("shape", TOGETHER)
def test_who_speaks_together(shape: str) -> None:
    marked, speakers = TOGETHER[shape]
    _, found = statements(marked, PEOPLE, COMPANIES)
    assert found[-1].speakers == speakers


def test_each_who_speaks_together_is_shown_in_full() -> None:
    text, found = statements(BOTH + "[s Lee and Hart] [c said] [t it was late].", PEOPLE)
    assert [(text[slice(*link.mention)], link.reason) for link in found[-1].chain] == [
        ("Ann Lee", "Lee is Ann Lee"),
        ("Carl Hart", "Hart is Carl Hart"),
    ]


def test_a_nested_report_keeps_both_speakers_and_says_who_reports() -> None:
    text, (outer, inner) = statements(
        "[s Ann Lee] [c said] [t that [s2 Carl Hart] [c2 had promised] [t2 that the bridge would open]].",
        ["Ann Lee", "Carl Hart"],
    )
    assert (outer.speaker, inner.speaker) == ("Ann Lee", "Carl Hart")
    assert text[inner.start : inner.end] == "that the bridge would open"
    assert inner.chain[-1].reason == "as Ann Lee reports it"


def test_a_guess_is_less_sure_than_a_name() -> None:
    _, (by_name, by_pronoun) = statements(
        BOTH + "[t “It is safe,”] [s Ann Lee] [c said]. [s2 She] [c2 added] [t2 that it was old].",
        ["Ann Lee", "Carl Hart"],
    )
    assert by_name.confidence > by_pronoun.confidence > 0


def test_the_role_is_the_nearest_the_article_gives() -> None:
    text, (first, second) = statements(
        "[s Treasurer Ann Lee] [c said] [t that the bridge was dear].\n\nA year later she was elected. "
        "[s2 Mayor Ann Lee] [c2 said] [t2 that it was cheap].",
        ["Ann Lee"],
    )
    assert [text[slice(*s.role)] if s.role else None for s in (first, second)] == ["Treasurer", "Mayor"]


def test_a_carried_quotation_shows_where_its_speaker_is_named() -> None:
    text, (_, carried) = statements(
        LEE + "\n\n[t “The bridge is safe,”] [s Lee] [c said].\n\n“It will open in May, rain or shine.”",
        ["Ann Lee"],
    )
    assert carried.speaker == "Ann Lee"
    assert [text[slice(*link.mention)] for link in carried.chain] == ["Lee", "Ann Lee"]
    assert "right after this speaker's" in carried.chain[0].reason
