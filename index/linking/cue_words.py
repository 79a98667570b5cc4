"""What the words of a cue present of its source: speech, thought or a deed. Judged one by one.

Collected from the cues of annotated news, the most frequent first. Verbs in the form of a dictionary, and
the nouns and adjectives that lead to reported words as they do ("her plea", "vocal about"). Where a word is
as often another's as its own ("make", "hold", "attack"), it is left out: grammar decides. Plain words, parted
by white space; phrases, which go before their words, stand a line each.
"""

from index.types import Presentation

# Said, written, asked, announced; and what is done by words alone: to thank, to blame, to promise.
SPEECH = """
according accusation accuse acknowledge adamant add address admission admit admonish advice advise
advocate affirm alert allegation allege allude announce announcement answer apologise apologize apology appeal
applaud argue argument articulate ask assail assert assertion assessment assure attack attest attestation
bash beg bemoan berate blame blast blog bluster boast brag brief call castigate caution chant characterise
characterize charge chastise chat cheer chide chime cite claim clarify clear commend comment commentary
compare complain complaint compliment concede condemn condemnation confess confession confirm congratulate
contend continue contradict converse counsel counter crack credit critical criticise criticism criticize
critique cry debate declaration declare decry defend demand denial denigrate denounce deny depiction
deplore deride describe description detail disavow disclose discuss dismiss disparage dispatch dispute
downplay dub echo elaborate email emphasise emphasize encourage enumerate exclaim exclamation excoriate
exhort explain explanation explicate explicit expound express extol flag forecast fulminate gloat greet
gripe grouse grumble gush hail herald highlight hint holler implore imply indicate inform inquire
insinuate insist instruct insult interject interrupt interview invective invoke jest joke label labelled
lambast lambaste lament laud lecture letter liken lyric maintain mention message moan mock murmur muse
mutter narrate narrative news note notify object observe opine outline outspoken paraphrase per pitch plea
plead pledge point pontificate portray post praise preach predict prediction proclaim profess project
promise proposal propose protest query question quip quotation quote rail rant rave reaffirm reassure
rebuff rebuke rebut recall recap recapitulate recite recommend recommendation recount refer reference
referencing reflect refute reiterate reject rejoin relate relay remark remind reminder renounce repeat
reply report reprimand reproach repudiate request respond restate retort retweet reveal rhetoric ridicule
rip roar said salute satirize say scoff scold scream shout signal slam smear sneer snipe speak specify
speculate speculation speech state statement stipulate stress suggest suggestion sum summarise summarize
swear talk taunt tease tell testify testimony text thank threaten tirade told tout tribute trumpet tweet
underline underscore update urge utter vent vocal voice vouch vow warn warning welcome whine whisper word
write yell
"""

# What a document, a poll or an agency writes down as what it found; of a person it tells what became known.
FINDING = """
calculate conclude demonstrate determine document establish estimate find found list rank rate read reckon
record rule show
"""

# Held, felt, known, meant, wished; sides taken.
THOUGHT = """
abhor admire adore afraid agree aim ambition angry anticipate anxiety anxious appreciate apprehension
aspire assume assumption attitude aware awareness back belief believe bemused care certain cherish
committed concern concerned consider contemplate conviction convinced crave curious deem desire detest
disagree disappointed disbelief disdain dislike dismayed doubt dread dream eager embarrassed endorse
endorsement enjoy enraged enthusiasm envisage envision excited expect expectation faith familiar fan favor
favorite favour favourite fear feel feeling fond foresee forget forgive frustrated furious glad goal
grateful guess happy hate hope hopeful horrified idea imagine impression inclined intend intent intention
interested interpret judge keen know knowledge learn loathe love mull need nervous notice notion opinion
opponent oppose opposition optimistic outlook outraged pained pessimistic plan pleased ponder positive
prefer preference presume proud puzzled ready realise realize recognise recognize regard regret relish
reluctant remember resent respect saddened saw sceptical see seen sense share shocked skeptical stance
support supporter supportive suppose sure surprise surprised suspect suspicion sympathise sympathize think
thought thrilled treat trust uncertain undecided understand unhappy unsure upset value view vision want
wary weigh willing wish wonder worried worry
"""

# Done otherwise than by the words that follow.
DEED = """
abandon abolish absolve abstain accept access acquire act adapt adjourn administer adopt advance allow
alter amass amend appear appoint approve arrange arrest arrive assemble attempt attend authorise authorize
avoid award balk ban bar battle beat blacklist block boo boycott break broker build bury buy cancel
capture cast celebrate chair champion change chase cheat check choose civil clash close cofound compile
complete conceal conduct confront conquer consent cooperate coordinate cosponsor cover create cultivate
cut dance decide decision decline dedicate delay delete depart deploy design detain develop devote
dismantle display dissolve distance divert divorce donate draft draw drop earn edit elect eliminate embark
embrace employ enact end endure enforce engage enlist ensure enter erase erect escape evade examine
exclude execute exempt exercise expand experience experiment explore expose extend extradite fail fight
file film finance finish fire flee flip follow forbid force form freeze fund gain gather govern grab
graduate grant grapple grin halt handle harass haul hear help hesitate hide hire honor honour host hug
identify ignore impeach impose improve incite include indict indulge inherit injure inspect inspire
install intervene introduce invade invent invest investigate involve join jump kill kneel laugh launch
lead leak leave legalise legalize legislate lift limit listen lobby lock look loom lose march mark marry
meet merge mislead mobilise mobilize monitor mount move name negotiate nod nominate obey obstruct obtain
occupy omit operate orchestrate order organise organize oust overcome overhaul overlook override oversee
overturn participate pay penalise penalize perform permit persecute photograph pick pivot plant play
preside press prevent probe proceed process produce prohibit promote prosecute protect prove provide pull
punish purchase pursue push quit raid raise reach react rebuild receive recruit recuse redirect reduce
reenter refrain refuse register regulate reinstate rely remove renew rent reopen repeal replace represent
require rescind rescue research reshape resign resist resolve restore restrict resume retain retire
retreat return reunite reverse review revise revive revoke reward run sabotage sack sang scrap screen
scrutinise scrutinize seal search seek seem seize select sell sentence serve settle shift ship shoot shop
shrug shun sideline sidestep sign silence sing slash sleep smile snub solicit solve spare spark spearhead
spend spin sponsor spy stage star start stay steal steer step stick stop store storm strengthen strip
struggle study sue summon sung supply surrender survive suspend swap sweep switch tackle target tax toast
tour train transfer transform travel trigger try unseal unveil uphold veto violate visit volunteer vote
wait walk watch wave wear win withdraw withhold witness work wrestle
"""

PHRASES: dict[Presentation, str] = {
    "speech": """
        call for
        call on
        call out
        come out
        fire back
        fire off
        hit back
        hit out
        laid out
        lash out
        lay out
        make a case
        make clear
        make it clear
        make light
        make the case
        no secret
        open about
        open up
        point out
        point to
        push back
        put it
        rule out
        shoot back
        sound off
        speak out
        spell out
        strike back
        sum up
        take aim
        take issue
        talk about
        talk of
        weigh in
        """,
    "thought": """
        care about
        look forward
        look to
        looking forward
        push for
        rule on
        side with
        stand by
        """,
    "deed": """
        back away
        back down
        back off
        call off
        call up
        charge with
        name after
        point man
        speak with
        talk to
        talk with
        weigh on
        work with
        """,
}
