"""Tags in, statements out: which words belong together, of which kind, beside which source."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.linking.drafts import Draft
from index.statements import link
from index.tagger import TaggedSpan
from tests.index.marked import any_tags, tagged

Expected = list[tuple[str, str, str | None]]  # the pieces joined by " | ", kind, mention

SHAPES: dict[str, tuple[str, Expected]] = {
    "direct, cue after": (
        "[t “The bridge is safe,”] [s Ann Lee] [c said].",
        [("“The bridge is safe,”", "direct", "Ann Lee")],
    ),
    "direct, cue before": (
        '[s Lee] [c said]: [t "The bridge is safe."]',
        [('"The bridge is safe."', "direct", "Lee")],
    ),
    "inverted": (
        "[t «The bridge is safe»], [c said] [s the engineer].",
        [("«The bridge is safe»", "direct", "the engineer")],
    ),
    "split by the cue": (
        "[t “The bridge,”] [s she] [c said], [t “is safe.”]",
        [("“The bridge,” | “is safe.”", "direct", "she")],
    ),
    "split, then a new sentence": (
        "[t “The bridge is safe,”] [s she] [c said]. [t “Drive on.”]",
        [("“The bridge is safe,” | “Drive on.”", "direct", "she")],
    ),
    "the second sentence untagged": (
        "[t “The bridge is safe,”] [s she] [c said]. “You may drive on now.”",
        [("“The bridge is safe,” | “You may drive on now.”", "direct", "she")],
    ),
    "whom it is said of, saying": (
        "[s Lee] [c criticized] [t the mayor saying, “The bridge is done.”]",
        [("“The bridge is done.”", "direct", "Lee")],
    ),
    "a cue in the words is not their own": (
        "[t “We know it. [s Acme] [c says] that it will hold.]\n\n[t2 “It is safe,”] [s2 Lee] [c2 said].",
        [("“We know it. Acme says that it will hold. | “It is safe,”", "direct", "Lee")],
    ),
    "contrary to what somebody claims": (
        "Contrary to [c claims] from [s Lee], [t the bridge has not “shut down”].",
        [("the bridge has not “shut down”", "mixed", None)],
    ),
    "it is clear to nobody by name": (
        "[s Lee] swam, and [c it's since become clear] [t that the bridge is safe].",
        [("that the bridge is safe", "indirect", None)],
    ),
    "a heading asks": ("What did [s Lee] [c say about] [t the old bridge]?", []),
    "a quotation under a heading that ends with a name": (
        "The town's old coach Ann Lee\n\n“The bridge is safe, and so am I,” we hear.\n\nIt rained.",
        [("“The bridge is safe, and so am I,”", "direct", "Ann Lee")],
    ),
    "a quotation under a heading that names a place": (
        "The road to Outer Holm\n\n“The bridge is safe, and so am I,” we hear.\n\nIt rained.",
        [("“The bridge is safe, and so am I,”", "direct", None)],
    ),
    "said Lee, and a colon": (
        "[s2 Hart] [c2 said] [t2 that it was late]. [t “It will close,”] on Monday.\n\n"
        "[c Said] [s Lee]: [t “It is safe.”]",
        [
            ("that it was late", "indirect", "Hart"),
            ("“It will close,”", "direct", "Hart"),
            ("“It is safe.”", "direct", "Lee"),
        ],
    ),
    "the reporter's judgement after a quotation": (
        "[s Lee] [c posted] [t that it was “late again,” in essence blaming those who came].",
        [("that it was “late again,”", "mixed", "Lee")],
    ),
    "the reporter's remark between two quotations": (
        "[t “We wait,”] [s Lee] [c wrote], not naming the day. [t “It may be long.”]",
        [("“We wait,” | “It may be long.”", "direct", "Lee")],
    ),
    "what another says after “according to Lee, and”": (
        "[t The bridge closed], [c according to] [s Lee], and [s2 Carl Hart] [c2 said] [t2 it opens in May].",
        [("The bridge closed", "indirect", "Lee"), ("it opens in May", "indirect", "Carl Hart")],
    ),
    "a quotation two paragraphs after a cue is not its own": (
        "[s The firm] [c said] [t that it was late].\n\nIt rained.\n\nHart, a baker, [t “saw the fog come.”]",
        [("that it was late", "indirect", "The firm"), ("“saw the fog come.”", "direct", None)],
    ),
    "the reporter's clause before their own": (
        "[t It closed because], [s they] [c said], [t it was too old].",
        [("it was too old", "indirect", "they")],
    ),
    "who issued what tells it": (
        "Rules recently issued by [s the harbour board], [c telling] [t towns to close bridges], are old.",
        [("towns to close bridges", "indirect", "the harbour board")],
    ),
    "what a reporter hears of somebody is not hers": (
        "[s Ann Lee] has [c reportedly] [t closed the bridge and gone].",
        [("closed the bridge and gone", "indirect", None)],
    ),
    "a dateline is nobody": (
        "HOLM, Maine (AP) — [s Workers] [c said] [t that the bridge was safe].",
        [("that the bridge was safe", "indirect", "Workers")],
    ),
    "a dateline tagged with its source": (
        "[s HOLM - Workers] [c said] [t that the bridge was safe].",
        [("that the bridge was safe", "indirect", "Workers")],
    ),
    "the subject and her age, after a clause that tells when": (
        "After [c announcing] [t that it would close], Ann Lee, 67, wrote a letter.",
        [("that it would close", "indirect", "Ann Lee")],
    ),
    "the subject after despite": (
        "Despite [c opting] [t to “bow out” of the race], Ann Lee won it.",
        [("to “bow out” of the race", "mixed", "Ann Lee")],
    ),
    "whoever was granted leave says nothing": (
        "But [s he] [c was granted] [t permission to cross the bridge].",
        [("permission to cross the bridge", "indirect", None)],
    ),
    "whoever received information says nothing": (
        "[s The office] [c received information] [t that the bridge was old].",
        [("that the bridge was old", "indirect", None)],
    ),
    "a question that supposes the contrary": (
        "Why doesn't [s Ann Lee] [c want] [t a bridge to be built]?",
        [],
    ),
    "what was confirmed that day": ("[s The office] [c confirmed] [t that Sunday].", []),
    "indirect with that": (
        "[s Lee] [c said] [t that the bridge was safe].",
        [("that the bridge was safe", "indirect", "Lee")],
    ),
    "mixed": (
        "[s Lee] [c called] [t the bridge “as safe as a church”].",
        [("the bridge “as safe as a church”", "mixed", "Lee")],
    ),
    "according to": (
        "[t The bridge will open in May], [c according to] [s the report].",
        [("The bridge will open in May", "indirect", "the report")],
    ),
    "two apostrophes for a mark": (
        "[t ''The bridge is safe,''] [s Mr. Lee] [c said].",
        [("''The bridge is safe,''", "direct", "Mr. Lee")],
    ),
    "single marks": (
        "[t ‘The bridge is safe and we don’t fear,’] [s Lee] [c said].",
        [("‘The bridge is safe and we don’t fear,’", "direct", "Lee")],
    ),
    "a quotation within": (
        "[t “He told me, ‘The bridge is safe’,”] [s Lee] [c said].",
        [("“He told me, ‘The bridge is safe’,”", "direct", "Lee")],
    ),
    "two paragraphs, reopened": (
        "[t “The bridge is safe.]\n\n[t “It will open in May,”] [s Lee] [c said].",
        [("“The bridge is safe. | “It will open in May,”", "direct", "Lee")],
    ),
    "two paragraphs, not reopened": (
        "[t “The bridge is safe.]\n\n[t It will open in May,”] [s Lee] [c said].",
        [("“The bridge is safe. | It will open in May,”", "direct", "Lee")],
    ),
    "a paragraph of its own after a named speaker's": (
        "[t “The bridge is safe,”] [s Lee] [c said].\n\n“It will open in May, whatever the weather.”",
        [
            ("“The bridge is safe,”", "direct", "Lee"),
            ("“It will open in May, whatever the weather.”", "direct", "Lee"),
        ],
    ),
    "a heading in marks of its own is not carried on": (
        "[t “The bridge is safe,”] [s Lee] [c said].\n\n‘Is the old bridge right for you?’\n\nIt rained.",
        [
            ("“The bridge is safe,”", "direct", "Lee"),
            ("‘Is the old bridge right for you?’", "direct", None),
        ],
    ),
    "but a quotation in the same single marks is": (
        "[t ‘The bridge is safe,’] [s Lee] [c said].\n\n‘It was built to last for long.’\n\nIt rained.",
        [
            ("‘The bridge is safe,’", "direct", "Lee"),
            ("‘It was built to last for long.’", "direct", "Lee"),
        ],
    ),
    "not carried over narration": (
        "[t “The bridge is safe,”] [s Lee] [c said].\n\nThe road was closed at noon.\n\n"
        "“It will open in May, whatever the weather.”",
        [
            ("“The bridge is safe,”", "direct", "Lee"),
            ("“It will open in May, whatever the weather.”", "direct", None),
        ],
    ),
    "not carried into a paragraph that tells": (
        "[t “The bridge is safe,”] [s Lee] [c said].\n\nSigns read “Drive at your own risk tonight” there.",
        [
            ("“The bridge is safe,”", "direct", "Lee"),
            ("“Drive at your own risk tonight”", "direct", None),
        ],
    ),
    "a report in a report": (
        "[s Zuber] [c said] [t that [s2 Petrov] [c2 had promised] [t2 that the bridge would open]].",
        [
            ("that Petrov had promised that the bridge would open", "indirect", "Zuber"),
            ("that the bridge would open", "indirect", "Petrov"),
        ],
    ),
    "a report within somebody's own words is theirs": (
        "[t “I know that [s2 Petrov] [c2 promised] [t2 that the bridge would open],”] [s Zuber] [c said].",
        [("“I know that Petrov promised that the bridge would open,”", "direct", "Zuber")],
    ),
    "on both sides of the cue": (
        "It would, [s Lee] [c replied], [t provided that it began in May].",
        [("It would | provided that it began in May", "indirect", "Lee")],
    ),
    "the rest after the cue": (
        "[t The bridge was old], [s Lee] [c said], but it would last.",
        [("The bridge was old | but it would last", "indirect", "Lee")],
    ),
    "the rest after according to": (
        "[t No job will go], [c according to] [s the office], but two will not be filled.",
        [("No job will go | but two will not be filled", "indirect", "the office")],
    ),
    "what somebody is, after according to, is not said": (
        "[t No job will go], [c according to] [s Lee], a clerk.",
        [("No job will go", "indirect", "Lee")],
    ),
    "the sentence that a cue closes": (
        "In this light the plan should be seen [t not as a demand but as an offer], [s Lee] [c believes].",
        [("In this light the plan should be seen not as a demand but as an offer", "indirect", "Lee")],
    ),
    "what he did while saying it is not said": (
        "[t The bridge was old], [s Lee] [c said], pointing at the cracks.",
        [("The bridge was old", "indirect", "Lee")],
    ),
    "As … stated": (
        "As [s Ann Lee] [c stated] on May 21, 2021 at a meeting, the bridge can no longer wait.",
        [("the bridge can no longer wait", "indirect", "Ann Lee")],
    ),
    "As … stated, half tagged": (
        "As [s Ann Lee] [c stated] in May, the bridge can no longer live with [t mere promises].",
        [("the bridge can no longer live with mere promises", "indirect", "Ann Lee")],
    ),
    "tagged as another sentence's": (
        "[t1 It rained], [s1 Lee] [c1 said]. Not everyone [c2 felt] [t1 that it came in time].",
        [("It rained", "indirect", "Lee"), ("that it came in time", "indirect", None)],
    ),
    "a demand that the main clause runs beside": (
        "As [s Lee] [c demands] [t cuts], the council builds a bridge.",
        [],
    ),
    "what only points at words": ("[s Lee] [c shares] [t this opinion].", []),
    "what only names who is spoken to": ("[s Lee] [c greeted] [t the mayor].", []),
    "noted that, untagged": (
        "[s Lee] [c noted] that the bridge was old.",
        [("that the bridge was old", "indirect", "Lee")],
    ),
    "said after, untagged": (
        "It has 700 already, [c said] [s its chairwoman, Ann Lee].",
        [("It has 700 already", "indirect", "its chairwoman, Ann Lee")],
    ),
    "a shared subject": (
        "[s Lee] [c lashed out at the council], [c2 telling] [t2 them that the bridge was old].",
        [("them that the bridge was old", "indirect", "Lee")],
    ),
    "nobody's stray word": ("[s Lee] [c rejected] [t that].", []),
    "an auxiliary says nothing": ("[s Lee] [c used his] [t closing words for the costs].", []),
    "scare quotes": ("The “safe” bridge was closed on Monday.", []),
    "an untagged quotation keeps its words": (
        "Voices rose in the hall: “Let the bridge stay open!”",
        [("“Let the bridge stay open!”", "direct", None)],
    ),
    "a name after the cue that opens a sentence": (
        "It was late.\n\n[c Continued] Hart: [t “The bridge is safe.”]",
        [("“The bridge is safe.”", "direct", "Hart")],
    ),
    "somebody without a name, right after the quotation": (
        "[t “Close it!”] the crowd [c shouted].",
        [("“Close it!”", "direct", "the crowd")],
    ),
    "one named for many": (
        "[t The bridge is as safe as a church], [c say] experts like Ann Lee, an engineer.",
        [("The bridge is as safe as a church", "indirect", "experts like Ann Lee")],
    ),
    "the subject of the clause that a participle opens": (
        "Since [c announcing] [t that the bridge would close], Lee has lost many friends.",
        [("that the bridge would close", "indirect", "Lee")],
    ),
    "and after it, explaining": (
        "And in [c explaining] [t why the bridge would close], Ms. Lee showed a photograph.",
        [("why the bridge would close", "indirect", "Ms. Lee")],
    ),
    "the first subject of a second verb": (
        "Bo Hart took out the plan and angrily [c offered] [t to burn it at once].",
        [("to burn it at once", "indirect", "Bo Hart")],
    ),
    "no subject is what merely opens the sentence": (
        "Conflicts grew and loudly [c demanded] [t to be settled at once].",
        [("to be settled at once", "indirect", None)],
    ),
    "a sentence that says whose the one before is": (
        "The bridge is a danger to all of us.\n\nThis [t opinion] [c was voiced by] [s Ann Lee] on Monday.",
        [("The bridge is a danger to all of us", "indirect", "Ann Lee")],
    ),
    "not where it was somebody's quotation": (
        "[t “The bridge is a danger,”] [s Hart] [c said].\n\nThis [c2 was denied by] [s2 Ann Lee].",
        [("“The bridge is a danger,”", "direct", "Hart")],
    ),
    "a quotation set large again between paragraphs": (
        "[t “The bridge is safe, and you know it,”] [s Lee] [c said].\n\n"
        "Hart left. [t2 “No,”] [s2 he] [c2 said].\n\n“The bridge is safe”\n\nIt rained.",
        [
            ("“The bridge is safe, and you know it,”", "direct", "Lee"),
            ("“No,”", "direct", "he"),
            ("“The bridge is safe”", "direct", "Lee"),
        ],
    ),
    "whoever is told says nothing": (
        "[s Lee], [c told] [t that the bridge was safe], smiled.",
        [("that the bridge was safe", "indirect", None)],
    ),
    "no statement is what a cue says of itself": (
        "[t The bridge will fall], [s the institute] [c writes] in a report [t that it sent to the council].",
        [("The bridge will fall", "indirect", "the institute")],
    ),
    "a headline ends with its line": (
        "[s Official] [c says] [t bridge is near collapse\n2025-03-18]\n\nIt rained.",
        [("bridge is near collapse", "indirect", "Official")],
    ),
    "a source cut after its article": (
        "[s The] Lee administration [c said] [t that the bridge was safe].",
        [("that the bridge was safe", "indirect", "The Lee administration")],
    ),
    "a name ends with its sentence": (
        "[t The bridge is safe], [c according to] [s the] Bridge Office. Getting there takes an hour.",
        [("The bridge is safe", "indirect", "the Bridge Office")],
    ),
    "a source cut in the midst of its name": (
        "[s The Ministry of the Armed] Tides [c announced] [t that it rained].",
        [("that it rained", "indirect", "The Ministry of the Armed Tides")],
    ),
    "a source cut before its name": (
        "[t The bridge is safe], [s public defender] Ann S. Lee [c wrote].",
        [("The bridge is safe", "indirect", "public defender Ann S. Lee")],
    ),
    "a source that is whole stays so": (
        "[s2 She] Monday [c2 added] [t2 that the bridge was old].",
        [("that the bridge was old", "indirect", "She")],
    ),
    "words in two tags side by side": (
        "[s Lee] [c refused] [t to close the bridge that had] [t collapsed].",
        [("to close the bridge that had collapsed", "indirect", "Lee")],
    ),
    "what the tagger left out of the words is theirs": (
        "[t Many on the quay] did not know the bridge [t and found it ugly], [s Lee] [c said].",
        [("Many on the quay did not know the bridge and found it ugly", "indirect", "Lee")],
    ),
    "so is what only stands between commas": (
        "[s Lee] [c said] [t that the bridge], a gift of the state, [t was safe].",
        [("that the bridge, a gift of the state, was safe", "indirect", "Lee")],
    ),
    "and a cue clause that no mark sets off": (
        "[t a hole in the quay] that [s engineers] [c say] [t makes the wall useless].",
        [("a hole in the quay that engineers say makes the wall useless", "indirect", "engineers")],
    ),
    "or that tells more than who said it": (
        "[t The council shows no wish to build], [c according to] [s Lee], who found [t it odd that it sat].",
        [
            (
                "The council shows no wish to build, according to Lee, who found it odd that it sat",
                "indirect",
                "Lee",
            )
        ],
    ),
    "the words go on with the conjunction": (
        "[t The bridge was old], [c according to] [s the office], but [t it would last a while].",
        [("The bridge was old | but it would last a while", "indirect", "the office")],
    ),
    "and after the comma of the cue clause": (
        "[t Those who trust in “certain songs,”] [s he] [c said], end in a home [t that’s “not theirs.”]",
        [("Those who trust in “certain songs,” | end in a home that’s “not theirs.”", "mixed", "he")],
    ),
    "between two quotations anything may be told": (
        "[t “The bridge is safe,”] [s Lee] [c said]. She was out of breath. [t “Drive on now.”]",
        [("“The bridge is safe,” | “Drive on now.”", "direct", "Lee")],
    ),
    "a cue clause tells what it is about": (
        "[t “The bridge is safe,”] [s Lee] [c recalled] of [t a talk she had had with Hart in May].",
        [("“The bridge is safe,”", "direct", "Lee")],
    ),
    "be it that the cue runs into that": (
        "[t “The bridge is safe,”] [s Lee] [c recalled [t of] a talk she had had with Hart in May].",
        [("“The bridge is safe,”", "direct", "Lee")],
    ),
    "a mark that closes another quotation": (
        "[t “The bridge is safe,”] [s Lee] [c said] on “Late Talk.[t ” “Drive on.”]",
        [("“The bridge is safe,” | “Drive on.”", "direct", "Lee")],
    ),
    "a word spoken of is nobody's words": (
        "[t “We regret it,”] [s Lee] [c said]. There was laughter at the word [t “regret.”]",
        [("“We regret it,”", "direct", "Lee")],
    ),
    "nor is a title, be it long": (
        "[t “It is late,”] [s Lee] [c said]. He held a book under the title “The bridge that never was”.",
        [("“It is late,”", "direct", "Lee")],
    ),
    "but a term somebody uses is theirs": (
        "[s Lee] [c used] [t the term “rust belt.”]",
        [("the term “rust belt.”", "mixed", "Lee")],
    ),
    "which things somebody shows is no report": (
        "[s Lee] [c waved] a few old photographs [t that Hart might like].",
        [],
    ),
    "what some are told is one": (
        "[s Lee] [c told] a few old friends [t that Hart might like it].",
        [("that Hart might like it", "indirect", "Lee")],
    ),
    "whoever is asked says nothing": (
        "[s Lee] [c was asked] [t what the bridge meant to her].",
        [("what the bridge meant to her", "indirect", None)],
    ),
    "nor does who had been told": (
        "[s Lee] had often been [c told] [t to close the bridge].",
        [("to close the bridge", "indirect", None)],
    ),
    "who asks stands after by": (
        "[s Lee] [c was asked] by Bo Hart [t what the bridge meant to her].",
        [("what the bridge meant to her", "indirect", "Bo Hart")],
    ),
    "who asked them does": (
        "[s Lee] [c asked] [t what the bridge meant to them].",
        [("what the bridge meant to them", "indirect", "Lee")],
    ),
    "not everyone is no source": (
        "Not [s everyone] [c felt] [t that the bridge was safe].",
        [("that the bridge was safe", "indirect", None)],
    ),
    "nor is nobody": (
        "[s Nobody] [c felt] [t that the bridge was safe].",
        [("that the bridge was safe", "indirect", None)],
    ),
    "but one of many is": (
        "[s Many] [c felt] [t that the bridge was safe].",
        [("that the bridge was safe", "indirect", "Many")],
    ),
    "words cut in the midst of a phrase": (
        "[s Lee] [c said] [t that trust came first in the] bridge of Inner Holm, and left.",
        [("that trust came first in the bridge of Inner Holm", "indirect", "Lee")],
    ),
    "before a name": (
        "[s Lee] [c said] [t that he had learned it under] Joe Holm at the school.",
        [("that he had learned it under Joe Holm at the school", "indirect", "Lee")],
    ),
    "in the midst of a name": (
        "[s Lee] [c said] [t that she would go to Harbour] Street on Monday.",
        [("that she would go to Harbour Street", "indirect", "Lee")],
    ),
    "in the midst of a number": (
        "[s Lee] [c said] [t that it had cost $100],000 of damage, or more.",
        [("that it had cost $100,000 of damage", "indirect", "Lee")],
    ),
    "in the midst of a word": (
        "[s Lee] [c said] [t that it would tax the very]-rich voters, or more.",
        [("that it would tax the very-rich voters", "indirect", "Lee")],
    ),
    "after an owner": (
        "[s Lee] [c said] [t that she had met the mayor’s] chief strategist, or more.",
        [("that she had met the mayor’s chief strategist", "indirect", "Lee")],
    ),
    "a heading above is not said": (
        "It rained.\n\n[t Angry Holm\n\nThe bridge is old], [s Lee] [c said].",
        [("The bridge is old", "indirect", "Lee")],
    ),
    "nor is the paragraph after": (
        "[s Officials] [c urged] [t them to leave\n\nThe island] was quiet.",
        [("them to leave", "indirect", "Officials")],
    ),
    "a stray mark is nothing": ("They saw a show.\n\n[t “]\n\nIt rained.", []),
    "the source right before a cue that was linked to another sentence's": (
        "[s2 Bridge engineer Ann Lee] [c called] [t the idea “absurd,”] [c2 adding] [t2 that it rained].\n\n"
        "Those [s who] had come left.",
        [
            ("the idea “absurd,”", "mixed", "Bridge engineer Ann Lee"),
            ("that it rained", "indirect", "Bridge engineer Ann Lee"),
        ],
    ),
    "the subject of a sentence with a dateline": (
        "LOWTOWN (AP) — Mayor Ann Lee made history by [c proposing] [t the first bridge of its kind].",
        [("the first bridge of its kind", "indirect", "Mayor Ann Lee")],
    ),
    "a show that is called so": ("He was in a dating show in 2016 [c called] [t “Catching Lee.”]", []),
    "nor does a reputation say anything": (
        "She [c lives down her reputation] as [t “the hardest woman in Holm.”]",
        [],
    ),
    "but what somebody calls it is a statement": (
        "It was a show that [s critics] [c called] [t “old and dull.”]",
        [("“old and dull.”", "direct", "critics")],
    ),
    "a verb that ends another paragraph takes no quotation": (
        "Too good to be true, [s experts] [c advise]\n\n[t2 “The bridge is safe,”] [c2 said] [s2 Lee].",
        [("“The bridge is safe,”", "direct", "Lee")],
    ),
    "nor does one that breaks off, where the quotation has its own": (
        "[t “It is old,”] [c said] [s Hart], a baker,\n\n[t “The bridge is safe,”] [c2 added] [s2 Lee].",
        [("“It is old,”", "direct", "Hart"), ("“The bridge is safe,”", "direct", "Lee")],
    ),
    "words tagged as another verb's of the sentence are of the verb right before them": (
        "The town's [s crew] [c does not know] [t how long it will hold] and [c2 maintains] "
        "[t that the bridge is safe], and [s3 Lee] [c3 said] of it, [t3 “It will stand.”]",
        [
            ("how long it will hold", "indirect", "crew"),
            ("that the bridge is safe", "indirect", "crew"),
            ("“It will stand.”", "direct", "Lee"),
        ],
    ),
    "words in whose midst a verb stands are not cut there": (
        "[s Lee] [c spoke of] [t a bridge to Inner Holm that] [s2 he] [c2 called] [t “the worst of all”].",
        [("a bridge to Inner Holm that he called “the worst of all”", "mixed", "Lee")],
    ),
    "what grammar adds to a verb holds nobody else's quotation": (
        "[s Lee] [c maintained] that the bridge was safe, [s2 Hart] [c2 said], [t2 “It will not stand.”]",
        [("“It will not stand.”", "direct", "Hart")],
    ),
    "relayed, after what its speaker is for": (
        "[t Holm’s minister of tides, Ann Lee, said the wall “is old,”] [s the Gazette] [c reported].",
        [
            ("Holm’s minister of tides, Ann Lee, said the wall “is old,”", "mixed", "the Gazette"),
            ("the wall “is old,”", "mixed", "Holm’s minister of tides, Ann Lee,"),
        ],
    ),
    "relayed, before what its speaker is": (
        "[t Ann Lee, who built it, said the wall “is old,”] [c according to] [s the Gazette].",
        [
            ("Ann Lee, who built it, said the wall “is old,”", "mixed", "the Gazette"),
            ("the wall “is old,”", "mixed", "Ann Lee, who built it,"),
        ],
    ),
    "whom a release quotes, with what she is": (
        "[s The release] [c quoted] [t Ann Lee, a baker, who said “We wait for the boat.”]",
        [("“We wait for the boat.”", "direct", "Ann Lee")],
    ),
    "a show that a sentence names": (
        "It rained on [t “The Harbour Show”] and on us. [s Lee] [c said] [t2 it snowed].",
        [],
    ),
    "words in capitals that somebody says": (
        "[s Lee] [c said], [t “Make Holm Great Again”].",
        [("“Make Holm Great Again”", "direct", "Lee")],
    ),
    "shows in a list": (
        "[t It rained], [s Lee] [c said]. Bo Hart, [t2 “Meg 2: The Harbour,”] “Bridges of Holm Town” won.\n\n"
        "“The Harbour Show at Night”",
        [("It rained", "indirect", "Lee")],
    ),
    "what a hat reads": (
        "It rained. Hart wore a hat reading, [t “Make Holm Great Again”].",
        [("“Make Holm Great Again”", "direct", None)],
    ),
    "a shout of capitals": (
        "It rained on Hart. Then all rose. [t “Hart! Hart! Hart!”]",
        [("“Hart! Hart! Hart!”", "direct", None)],
    ),
    "a show that is named after the words": (
        "[t “It was my choice.”] [s Lee] [c said]. Many met at the lot of “The Harbour Show” on Monday.",
        [("“It was my choice.”", "direct", "Lee")],
    ),
    "relayed by a paper, the words are who is quoted's": (
        "[t “The bridge is safe,” Ann Lee said], [c according to] [s the Gazette].",
        [
            ("“The bridge is safe,” Ann Lee said", "mixed", "the Gazette"),
            ("“The bridge is safe,”", "direct", "Ann Lee"),
        ],
    ),
    "relayed, the cue before the speaker": (
        "[t “The bridge is safe,” said Ann Lee, of Holm], [c according to] [s the Gazette].",
        [
            ("“The bridge is safe,” said Ann Lee, of Holm", "mixed", "the Gazette"),
            ("“The bridge is safe,”", "direct", "Ann Lee"),
        ],
    ),
    "relayed, after what its speaker is": (
        "[t Holm’s harbour minister Ann Lee told the paper that it was late], [c according to] [s Tide].",
        [
            ("Holm’s harbour minister Ann Lee told the paper that it was late", "indirect", "Tide"),
            ("it was late", "indirect", "Holm’s harbour minister Ann Lee"),
        ],
    ),
    "relayed, after a role of many words": (
        "[t The Harbour Board of Holm’s spokesman Ann Lee said more than 30 boats were lost], "
        "[c according to] [s Tide].",
        [
            (
                "The Harbour Board of Holm’s spokesman Ann Lee said more than 30 boats were lost",
                "indirect",
                "Tide",
            ),
            ("more than 30 boats were lost", "indirect", "The Harbour Board of Holm’s spokesman Ann Lee"),
        ],
    ),
    "relayed, what holds under a condition": (
        "[s Tide] [c reported] [t Ann Lee says that, if it rains, she will go].",
        [
            ("Ann Lee says that, if it rains, she will go", "indirect", "Tide"),
            ("if it rains, she will go", "indirect", "Ann Lee"),
        ],
    ),
    "relayed, how many were reported": (
        "[t Harbour Patrol reported around 30 boats were lost], [c according to] [s the Gazette].",
        [
            ("Harbour Patrol reported around 30 boats were lost", "indirect", "the Gazette"),
            ("around 30 boats were lost", "indirect", "Harbour Patrol"),
        ],
    ),
    "whoever warned is not told": (
        "[s Ann Lee], who ran despite [c warnings] [t that the bridge was old], won.",
        [("that the bridge was old", "indirect", None)],
    ),
    "whoever warned is beside": (
        "It opened despite [c warnings] by [s Ann Lee] [t that the bridge was old].",
        [("that the bridge was old", "indirect", "Ann Lee")],
    ),
    "whose ruling it is": (
        "They hear [s Lee]’s appeal to the High Court’s [c ruling] [t that the bridge is safe].",
        [("that the bridge is safe", "indirect", "the High Court")],
    ),
    "who is only told to be somebody": (
        "A person [s the report] [c said] [t was a chief] came.",
        [],
    ),
    "a dateline is nobody's word": (
        "[t HOLM, N.H. – The bridge will close], [s Lee] [c said].",
        [("The bridge will close", "indirect", "Lee")],
    ),
    "the hour does not end the words": (
        "[s Lee] [c expects] [t a crowd from 4:30 to 6:30 p].m. on Monday at the bridge.",
        [("a crowd from 4:30 to 6:30 p.m. on Monday at the bridge", "indirect", "Lee")],
    ),
    "a film is not set large": (
        "They saw “Harbour by Night and Day” there.\n\n"
        "[s Lee] [c called] [t “Harbour by Night and Day” a “dull film” about us].",
        [
            ("“Harbour by Night and Day” a “dull film” about us", "mixed", "Lee"),
        ],
    ),
    "relayed, with what its speaker is": (
        "[t “The bridge is safe,” Ann Lee, the town's engineer, said in a letter], [s the Gazette] "
        "[c reported].",
        [
            (
                "“The bridge is safe,” Ann Lee, the town's engineer, said in a letter",
                "mixed",
                "the Gazette",
            ),
            ("“The bridge is safe,”", "direct", "Ann Lee, the town's engineer,"),
        ],
    ),
    "relayed in the midst of a quotation": (
        "[t “The bridge is safe,” Ann Lee said], [c according to] [s the Gazette]. [t “Drive on.”]",
        [("“The bridge is safe,” | “Drive on.”", "direct", "Ann Lee")],
    ),
    "relayed after words that lead to the quotation": (
        "[t Besides, “the bridge is safe,” Harbour and Tide Works Director Ann Lee said in a call, by those "
        "on it], [c writes] [s the Gazette].",
        [
            (
                "Besides, “the bridge is safe,” Harbour and Tide Works Director Ann Lee said in a call, "
                "by those on it",
                "mixed",
                "the Gazette",
            ),
            ("Besides, “the bridge is safe,”", "mixed", "Harbour and Tide Works Director Ann Lee"),
        ],
    ),
    "who did not answer says nothing": (
        "[s Ann Lee] [c did not respond to] [t questions about the bridge].",
        [],
    ),
    "sources cited are no words": (
        "[s Ann Lee] [c left, citing] [t the bridge]. [s2 Hart], [c2 citing] [t2 old papers], left.",
        [("the bridge", "indirect", "Ann Lee")],
    ),
    "who gets complaints does not make them": (
        "[s The office] acted after [c receiving complaints] [t that the bridge was old and low].",
        [("that the bridge was old and low", "indirect", None)],
    ),
    "a subject before the cue clause and its verb after it": (
        "[t One bridge], [s Lee] [c said], [t is far too old for trams and lorries].",
        [("One bridge | is far too old for trams and lorries", "indirect", "Lee")],
    ),
    "a verb whose subject stands before the cue clause": (
        "Trams, [s Lee] [c said], [t are far too heavy for the bridge].",
        [("Trams | are far too heavy for the bridge", "indirect", "Lee")],
    ),
    "a quoted verb whose subject stands before the cue clause": (
        "And the bridge, [c according to] [s Lee], [t “is far too old for trams.”]",
        [("the bridge | “is far too old for trams.”", "mixed", "Lee")],
    ),
    "a condition before the cue clause": (
        "[t Without Hart], [s she] [c said], [t the bridge would be gone].",
        [("Without Hart | the bridge would be gone", "indirect", "she")],
    ),
    "what only leads to the cue clause": (
        "However, [s she] [c said], [t trams are heavy].",
        [("trams are heavy", "indirect", "she")],
    ),
    "what another cue before it reports": (
        "[s2 Hart] [c2 said] [t2 that the bridge], [s she] [c added], [t is far too old].",
        [("that the bridge", "indirect", "Hart"), ("is far too old", "indirect", "she")],
    ),
    "a cue clause of her own within her words": (
        "[s Lee] [c said] [t that it was old because, she added, nobody had paid for paint].",
        [("that it was old because | nobody had paid for paint", "indirect", "Lee")],
    ),
    "a cue clause of others within her words": (
        "[s Lee] [c warned] [t that the bridge, experts say, may fall].",
        [("that the bridge, experts say, may fall", "indirect", "Lee")],
    ),
    "in her words, within them": (
        "[s Lee] [c said] [t that it was old and, in her own words, “a heap of rust”].",
        [("that it was old and | “a heap of rust”", "mixed", "Lee")],
    ),
    "what a ministry said, as a paper relays it": (
        "[t The ministry said the bridge was safe], [c according to] [s the Gazette].",
        [
            ("The ministry said the bridge was safe", "indirect", "the Gazette"),
            ("the bridge was safe", "indirect", "The ministry"),
        ],
    ),
    "who is quoted by whom": (
        "[t Ann Lee, head of tides at the agency], [c was quoted by] [s the agency Tass] as saying that the "
        "bridge was safe.",
        [("the bridge was safe", "indirect", "Ann Lee, head of tides at the agency")],
    ),
    "a name taken into its quotation": (
        "[t “The bridge is safe,” Ann Lee] [c was quoted as saying] on Monday.",
        [("“The bridge is safe,”", "direct", "Ann Lee")],
    ),
    "words right after their cue, whoever reports them": (
        "[s2 Ann Lee] [c2 said], [t “The bridge is safe,”] [s the Gazette] [c reported].",
        [("“The bridge is safe,”", "direct", "Ann Lee")],
    ),
    "whom a paper relays before the quotation": (
        "[t Social Democrat Ann Lee said: “The bridge is safe,”] [s the Gazette] [c reported].",
        [
            ("Social Democrat Ann Lee said: “The bridge is safe,”", "mixed", "the Gazette"),
            ("“The bridge is safe,”", "direct", "Social Democrat Ann Lee"),
        ],
    ),
    "and after when it was said": (
        "[t At the same hearing, Mayor Ann Lee said, “The bridge is safe,”] [s the Gazette] [c reported].",
        [
            ("At the same hearing, Mayor Ann Lee said, “The bridge is safe,”", "mixed", "the Gazette"),
            ("“The bridge is safe,”", "direct", "Mayor Ann Lee"),
        ],
    ),
    "whose report a paper relays": (
        "[t Mayor Ann Lee said Monday that the bridge was safe], [c according to] [s the Gazette].",
        [
            ("Mayor Ann Lee said Monday that the bridge was safe", "indirect", "the Gazette"),
            ("the bridge was safe", "indirect", "Mayor Ann Lee"),
        ],
    ),
    "a name that follows a quotation without a verb": (
        "[t It rained again], [c according to] [s the Gazette].\n\n[t “The bridge is safe,”] Sen. Ann Lee, "
        "of Holm. [t “I know it.”]",
        [
            ("It rained again", "indirect", "the Gazette"),
            ("“The bridge is safe,” | “I know it.”", "direct", "Sen. Ann Lee, of Holm"),
        ],
    ),
    "whom words are according to, untagged": (
        "[c According to] him, [t the bridge will not hold].",
        [("the bridge will not hold", "indirect", "him")],
    ),
    "what opens the sentence of which somebody says the rest": (
        "[t At the same time], as [s Lee] [c noted] on Monday, the bridge has not been closed.",
        [("the bridge has not been closed", "indirect", "Lee")],
    ),
    "a subject that somebody turns to": ("[s Lee] [c used his closing words for] [t the old bridge].", []),
    "a cue tagged in two parts": (
        "[c As] [c2 reported] by [s2 the Gazette], [t the bridge is not safe].",
        [("the bridge is not safe", "indirect", "the Gazette")],
    ),
    "the subject of a quoting participle": (
        '[c Citing] [t the "safety" of the bridge,] Ann Lee asked for it to be closed.',
        [('the "safety" of the bridge,', "mixed", "Ann Lee")],
    ),
    "the subject before after telling": (
        "Ann Lee was booed after [c telling] them [t that the bridge was safe].",
        [("that the bridge was safe", "indirect", "Ann Lee")],
    ),
    "who did what an aside tells is not the subject of the verb after it": (
        "“Old Iron,” a ballad praised by [s Ann Lee] and others, [c depicts] [t a bridge that was unsafe].",
        [("a bridge that was unsafe", "indirect", None)],
    ),
    "what somebody is asked is nobody's, be it right after theirs": (
        "[t “The bridge is safe,”] [s Lee] [c said]. She [c2 was asked], [t2 “What if it rains in May?”]",
        [("“The bridge is safe,”", "direct", "Lee"), ("“What if it rains in May?”", "direct", None)],
    ),
}


def _shown(text: str, draft: Draft) -> tuple[str, str, str | None]:
    words = " | ".join(text[slice(*piece)] for piece in draft.pieces)
    return words, draft.kind, text[slice(*draft.mention)] if draft.mention else None


@pytest.mark.parametrize("shape", SHAPES)
def test_shape(shape: str) -> None:
    marked, expected = SHAPES[shape]
    text, spans = tagged(marked)
    assert [_shown(text, draft) for draft in link(text, spans)] == expected


def test_an_unclosed_mark_costs_its_paragraph_and_no_more() -> None:
    text, spans = tagged(
        "[t “The bridge is safe], [s Lee] [c said].\n\nThe road was closed.\n\n"
        "[t2 “It will open in May,”] [s2 Hart] [c2 said]."
    )
    *_, last = link(text, spans)
    assert _shown(text, last) == ("“It will open in May,”", "direct", "Hart")


def test_a_carried_quotation_is_less_sure_and_says_so() -> None:
    text, spans = tagged(
        "[t “The bridge is safe,”] [s Lee] [c said].\n\n“It will open in May, rain or shine.”"
    )
    said, carried = link(text, spans)
    assert carried.carried and not said.carried
    assert carried.confidence < said.confidence


def test_who_does_something_else_is_not_who_said_it_however_surely_tagged() -> None:
    text, spans = tagged("[t “The bridge is safe,”] [c said] [s Ann Lee], 24, [s who] wants it widened.")
    surer = [
        replace(span, confidence=0.99) if text[span.start : span.end] == "who" else span for span in spans
    ]
    assert [_shown(text, draft) for draft in link(text, surer)] == [
        ("“The bridge is safe,”", "direct", "Ann Lee")
    ]


def test_a_quotation_over_paragraphs_is_the_named_ones_and_loses_no_words() -> None:
    text, spans = tagged(
        "[t “I have waited,”] [s Lee] [c said]. [t “But a bridge takes time.]\n\n"
        "[t2 “It will open in May,”] [s2 he] [c2 continued]."
    )
    second = text.index("\n")
    surer = [replace(span, confidence=0.99) if span.start > second else span for span in spans]
    assert [_shown(text, draft) for draft in link(text, surer)] == [
        ("“I have waited,” | “But a bridge takes time. | “It will open in May,”", "direct", "Lee")
    ]


def test_captions_make_no_statements() -> None:
    text, spans = tagged("[t “The bridge is safe,”] [s Lee] [c said].")
    assert link(text, spans, not_prose=[(0, len(text))]) == []


def test_doubtful_reports_are_left_out_and_doubtful_quotations_kept() -> None:
    report, quotation = (
        "[s Lee] [c said] [t the bridge was safe].",
        "[s Lee] [c said] [t “The bridge is safe.”]",
    )
    assert link(*tagged(report, confidence=0.3)) == []
    assert len(link(*tagged(quotation, confidence=0.3))) == 1


MARKS = st.sampled_from(["“", "”", '"', "‘", "’", "'", "''", "``", "«", "»", "„"])
WORDS = st.sampled_from(["Lee", "said", "that", "the bridge", "is safe", ",", ".", "?", "he", "As", "—", "é"])
SPACES = st.sampled_from([" ", " ", " ", "\n\n", "\n", "\xa0", ""])
TEXTS = st.lists(st.tuples(st.one_of(MARKS, WORDS), SPACES), max_size=40).map(
    lambda parts: "".join(word + space for word, space in parts)
)


@settings(max_examples=300, deadline=None)
@given(any_tags(TEXTS.filter(bool)))
def test_any_tags_over_any_marks_give_statements_that_stand_in_the_text(
    case: tuple[str, list[TaggedSpan]],
) -> None:
    text, spans = case
    drafts = link(text, spans)
    for draft in drafts:
        assert 0 <= draft.start < draft.end <= len(text)
        assert list(draft.pieces) == sorted(draft.pieces)
        assert all(start < end for start, end in draft.pieces)
        assert all(one[1] <= next_one[0] for one, next_one in zip(draft.pieces, draft.pieces[1:]))
    for at, one in enumerate(drafts):
        for other in drafts[at + 1 :]:
            apart = one.end <= other.start or other.end <= one.start
            nested = any(low <= other.start and other.end <= high for low, high in one.pieces)
            assert apart or nested, (text, one, other)


def test_a_source_that_a_cue_runs_into_is_that_cues() -> None:
    text = "Mrs. Lee said that the bridge was safe."
    spans = [
        TaggedSpan("cue", text.index("Lee"), text.index(" that"), 0.9, None),
        TaggedSpan("content", text.index("that"), len(text) - 1, 0.9, 0),
        TaggedSpan("source", 0, text.index(" said"), 0.9, None),
    ]
    assert [_shown(text, draft) for draft in link(text, spans)] == [
        ("that the bridge was safe", "indirect", "Mrs. Lee")
    ]


def test_what_stands_aside_does_not_part_the_rest_from_its_cues() -> None:
    caption = "[t “A bridge,”] [s Hart] [c wrote] below."
    text, spans = tagged(f"{caption}\n\n[t2 “The bridge is safe,”] [s2 Lee] [c2 said].")
    aside = (0, text.index("\n"))
    assert [_shown(text, draft) for draft in link(text, spans, [aside])] == [
        ("“The bridge is safe,”", "direct", "Lee")
    ]


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("What came instead, in his words, [t was “a pile of paper”].", ("was “a pile of paper”", "his")),
        ("It was, in Ann Lee’s own words, [t “a pile of paper”].", ("“a pile of paper”", "Ann Lee")),
        ("He put it in other words: [t “a pile of paper”].", ("“a pile of paper”", None)),
        ("In a letter she demanded [t “a pile of paper”].", ("“a pile of paper”", "she")),
        ("He asked: [t “a pile of paper”].", ("“a pile of paper”", "He")),
        ("Yesterday Ann Lee wrote: [t “a pile of paper”].", ("“a pile of paper”", "Ann Lee")),
    ],
)
def test_a_cue_missed_by_the_tagger_is_seen_beside_a_quotation(
    marked: str, found: tuple[str, str | None]
) -> None:
    text, spans = tagged(marked)
    (draft,) = link(text, spans)
    mention = text[slice(*draft.mention)] if draft.mention else None
    assert (text[draft.start : draft.end].endswith(found[0]), mention) == (True, found[1])


def test_whoever_is_only_named_is_spoken_about_and_nothing_said() -> None:
    assert link(*tagged("[s Lee] [c backed] [t Bo Hart] in May.")) == []
    assert len(link(*tagged("[s Lee] [c doubts] [t Bo Hart and his bridge]."))) == 1
    heading = "[s Lee]: [c Says] [t Build Harbour Bridge]\n\nIt was a long day in the town."
    assert len(link(*tagged(heading))) == 1


@pytest.mark.parametrize(
    "marked",
    [
        "[s The town] [c elects] [t its mayor] in May.",
        "[s Parliament] [c has narrowly passed] [t the harbour bill] in May.",
        "The engineer [c was sentenced] [t to a year in prison] by [s the court].",
        "[t The findings of the first survey] [c were echoed in] [s the ministry's report].",
        "[s The Gazette] has reached out to Lee for [c comment regarding] [t the state of the bridge].",
        "[s Two analysts] [c shared] [t the view from Lowtown].",
        "In the evening [s Lee] [c sang] an old [t “Harbour at Night”].",
    ],
)
def test_a_deed_is_nothing_that_anybody_said(marked: str) -> None:
    assert link(*tagged(marked)) == []


def test_a_cue_within_anothers_words_has_none_of_its_own() -> None:
    text, spans = tagged(
        "When he came [s Lee] [c replied] [t that she was glad because], she [c2 said], [t it had been warm]."
    )
    source = TaggedSpan("source", text.index("she said"), text.index(" said"), 0.9, 0)
    assert [_shown(text, draft) for draft in link(text, [*spans, source])] == [
        ("that she was glad because | it had been warm", "indirect", "Lee")
    ]


def test_a_deed_that_says_something_is_kept() -> None:
    assert len(link(*tagged("[s Lee] [c published a letter saying] [t the bridge was safe]."))) == 1
    assert len(link(*tagged("[s Lee] [c fired back], [t “The bridge is safe.”]"))) == 1
