"""Who bears a role: "the deputy foreign minister" among all whose roles the articles tell."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from bot.asking.heads import HEADS, body_headed, is_same_body
from bot.asking.roles import RANKS, WOMAN, Role, head_of, role_words, roles_of, tells_a
from index.kinds import COMPANY_NOUNS, ORGANISATION_NOUNS
from index.lexicon import OFFICES, PERSON_NOUNS, ROLE_KIN, TITLES, is_person_noun
from index.types import Speaker

# What a minister is minister of cannot be left out either, as a country can.
_PORTFOLIOS = frozenset(
    """foreign interior defense defence finance justice state treasury labor labour trade transport health
    education energy environment agriculture culture prime""".split()
)

# Whoever has learned something is called by many words for it, and leads what others of the kind work at.
LEARNED = frozenset(
    """researcher scientist professor academic scholar expert doctor physician surgeon economist analyst
    nutritionist dietitian historian psychologist sociologist epidemiologist virologist biologist lecturer
    specialist""".split()
)
_LEADING = frozenset("officer director chair fellow dean manager head".split())
_OF_AN_INSTITUTION = re.compile(
    r"(?:[Tt]he |an? )?(?P<body>[A-Z][\w.&’'-]*(?: (?:of|for|and|the|[A-Z][\w.&’'-]*))*) (?:[a-z-]+ )?"
    r"(?P<noun>[a-z]+)"
)


@dataclass(frozen=True)
class RoleBook:
    """The roles of everybody who is quoted."""

    speakers: tuple[Speaker, ...]
    holds: Callable[[str], bool]  # whether an article has these words in a row
    called: Callable[[str], Collection[str | None]]  # whom articles quote as "the official"
    narrow: Callable[[Iterable[str]], tuple[str, ...]]  # of several who fit, who is meant more likely

    @cached_property
    def roles(self) -> list[Role]:
        """Each role of each speaker."""
        return [
            each
            for speaker in self.speakers
            for role in speaker.roles
            for each in roles_of(speaker.name, role)
        ]

    def bearers(self, words: str) -> tuple[str, ...]:
        """ "the deputy foreign minister": whoever's role has all of these words, and best no others."""
        wanted, noun = role_words(words), head_of(words)
        if not wanted or noun in ORGANISATION_NOUNS | COMPANY_NOUNS:
            return ()  # "the ministry" is not its spokeswoman
        if noun.endswith("s") and is_person_noun(noun.removesuffix("s")) and not words.startswith("the "):
            return ()  # "experts" are not the one who is called an expert
        if heads := self._at_the_head(words) if noun in HEADS else ():
            return heads
        no_man = tells_a(WOMAN, words)
        roles = [role for role in self.roles if not (no_man and role.of_a_man)]
        fitting = {role.name: len(role.words - wanted) for role in reversed(roles) if role.fits(wanted, noun)}
        if fitting and (len(wanted) > 1 or wanted & OFFICES):
            closest = min(fitting.values())
            return self.narrow(name for name, more in fitting.items() if more == closest)
        if fitting:
            return self.narrow(fitting)  # any "spokesman" may be meant, and not only who is called no more
        if noun in HEADS - {"chief"} and body_headed(words):
            return ()  # whoever else is of that body is not its head
        nouns = {w: ROLE_KIN[w] for w in wanted if w in ROLE_KIN}
        called = {name for noun in ROLE_KIN.keys() & set(words.split()) for name in self.called(noun)}
        if None in called:
            return ()
        if len(wanted) == len(called) == 1:
            return tuple(self.narrow(name for name in called if name))
        kin = {
            role.name
            for role in roles
            if nouns and all(w in role.words or (w in nouns and nouns[w] & role.own) for w in wanted)
        }
        return self.narrow(kin) if kin else self._by_head_noun(words, wanted)

    def bearer_among(self, words: str, present: Callable[[], Collection[str]]) -> tuple[str, ...]:
        """Return whom "the governor" means among those `present`: the only one who bears the role."""
        if not words.lower().startswith("the "):
            return ()
        wanted, noun = role_words(words), head_of(words)
        there = present() if wanted and is_person_noun(noun) else ()
        fitting = {role.name for role in self.roles if role.name in there and role.fits(wanted, noun)}
        return tuple(fitting) if len(fitting) == 1 else ()

    def learned_of(self, words: str) -> tuple[str, ...]:
        """ "The Holm College historian": the only scholar whom the articles place there, whatever they call
        her: "a professor of history at Holm College"."""
        asked = _OF_AN_INSTITUTION.fullmatch(words)
        if not asked or asked["noun"] not in LEARNED:
            return ()
        body = role_words(asked["body"])
        there = {role.name: role for role in self.roles if body <= role.words}
        return self.narrow(name for name, role in there.items() if role.own & (LEARNED | _LEADING))

    def _at_the_head(self, words: str) -> tuple[str, ...]:
        """ "the boss of the Growers' League": its CEO, president or director."""
        body = body_headed(words)
        return self.narrow(
            speaker.name
            for speaker in self.speakers
            if any(is_same_body(body, body_headed(role)) for role in speaker.roles)
        )

    def _by_head_noun(self, words: str, wanted: frozenset[str]) -> tuple[str, ...]:
        """ "the Russian president" where the article says only "President", if no other fits as well.

        A country or party may be left over, if an article names it; but "the French president" is not
        Putin, and where an article has just these words, it means somebody else by them.
        """
        noun = words.split()[-1]
        if noun not in PERSON_NOUNS:
            return ()
        shared: dict[str, int] = {}
        for role in self.roles:
            if noun in role.own and not (role.words & RANKS) - wanted:
                shared[role.name] = max(shared.get(role.name, 0), len(wanted & role.words))
        most = max(shared.values(), default=0)
        best = tuple(sorted(name for name, count in shared.items() if count == most))
        spare = wanted - {word for role in self.roles if role.name in best for word in role.words}
        sure = len(best) == 1 and spare <= TITLES - _PORTFOLIOS and all(map(self.holds, spare))
        return best if sure and not (spare and self.holds(words.removeprefix("the "))) else ()
