"""Words that run against each other, or only seem to: who did it, before what, from what to what, and for how many."""

import pytest
from judging import REST, judged_against

from verifier.matching.base import Verdict

LIFE = (
    "Marta Lind was born in Halm in 1901. In 1923 she married the painter Jon Aas. She discovered a cave near Orsa in "
    "1931, which her teacher Dr Moe described as his own find."
)


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The draw leaves them 17th in the league.",
            "After the draw the Halm rowers stay 17th in the league.",
            id="leaves them where they were",
        ),
        pytest.param(
            "The club remains third after the draw.",
            "The club drew 1-1, leaving it third.",
            id="leaving it third",
        ),
        pytest.param(
            "Rents were 4 percent dearer, but the price of clothes dropped by 3 percent.",
            "Rents increased by 4 percent, while clothes were 3 percent cheaper.",
            id="both directions by any pair",
        ),
        pytest.param(
            "The vote was held two days before the minister resigned.",
            "Two days after the vote the minister resigned.",
            id="the other order from its other side",
        ),
        pytest.param(
            "The council refused to publish its report.",
            "Last year the council refused to publish its report.",
            id="both refused to",
        ),
        pytest.param(
            "The union failed to stop the sale of the mill.",
            "As was to be expected, the union failed to stop the sale of the mill.",
            id="both failed to",
        ),
        pytest.param(
            "She had a book printed three years before she left the firm.",
            "Three years after the book was printed, she left the firm.",
            id="the other order, both behind",
        ),
        pytest.param(
            "Paper accounted for 33% of revenue.",
            "The Packaging arm accounted for 58% of revenue and the Paper arm for 33%.",
            id="the figure of the second",
        ),
        pytest.param(
            "The men live for 78 years.",
            "Women live for 83 years and men for 78.",
            id="the figure of the second, in short",
        ),
        pytest.param(
            "All four clinics but the one in Orsa have reopened.",
            "The only clinic in Orsa is closed; the three others have reopened.",
            id="all but one",
        ),
        pytest.param(
            "In all 31,000 people lost their homes.",
            "Some 31,000 people lost their homes in Halm.",
            id="a sum, given roughly",
        ),
        pytest.param(
            "All the schools were closed, and four have reopened.",
            "All schools were closed. Only four of them have reopened.",
            id="all, of which few",
        ),
        pytest.param(
            "A museum is to be opened in the old mill.", "A museum will be opened in the old mill.", id="is to and will"
        ),
        pytest.param(
            "The bridge was closed in May.",
            "The bridge was closed in May and will be closed again in June.",
            id="was and will be",
        ),
        pytest.param(
            "She became mayor of Orsa in 1990.", "She would become mayor of Orsa in 1990.", id="would become in time"
        ),
        pytest.param(
            "He never failed to pay the rent.", "He paid the rent on every first of the month.", id="never failed to"
        ),
        pytest.param(
            "She refused to sign the letter.",
            "Asked to sign the letter, she did not do so.",
            id="refused, told with would not",
        ),
        pytest.param(
            "The dam was built in 1961, and the minister was silent about it.",
            "The minister said nothing about the dam, which was built in 1961.",
            id="nothing about it",
        ),
        pytest.param(
            "Councillors voted against the plan.",
            "Councillors did not support the plan: all but one of them voted against it.",
            id="against, told by not",
        ),
        pytest.param(
            "There is no evidence that the lamp harms bats.",
            "No evidence was found that the lamp harms bats.",
            id="no evidence that",
        ),
        pytest.param(
            "Two people were killed and nine injured in the blast.",
            "The blast killed two people; nine others were wounded.",
            id="killed and wounded",
        ),
        pytest.param(
            "Fourteen people were killed when a train left the rails.",
            "Fourteen people died and 63 were injured when a train left the rails.",
            id="killed and died",
        ),
        pytest.param(
            "Marta Lind discovered a cave near Orsa in 1931.",
            LIFE,
            id="she",
        ),
        pytest.param(
            "The rate was higher than a year before.",
            "The monthly rate was higher than a year before.",
            id="a year before is no rate",
        ),
        pytest.param(
            'Judge Anna Moe found that the trial judge had "left the jury with no real choice".',
            'Judge Anna Moe, writing for the majority, found that the trial judge "left the jury with no real choice".',
            id="the same judge",
        ),
        pytest.param("His son Olaf succeeded him.", "He was succeeded by his son Olaf.", id="a passive of the same"),
        pytest.param("She is minister of finance.", "She is now a former minister of finance.", id="a minister then"),
        pytest.param("Bill Falk opened the hall.", "William Falk opened the hall.", id="a short form"),
        pytest.param("Madison Falk opened the hall.", "Maddie Falk opened the hall.", id="a diminutive"),
        pytest.param("Tim Roth Falk is a singer.", "Timothy Roth Falk is a singer.", id="the beginning of a name"),
        pytest.param(
            "The sheath was found on the bed of Maddie Berg.", "The sheath was found on Maddie Berg's bed.", id="whose"
        ),
        pytest.param(
            "In 2011 nine women sat in parliament.",
            "In 2011 nine women sat in parliament, where until 1950 none had sat.",
            id="none before",
        ),
        pytest.param(
            "The owner was charged over the fire.",
            "Police arrested two men; nobody but the owner was charged over the fire.",
            id="nobody but",
        ),
        pytest.param(
            "The forecast is slightly below the target of 43 per cent.",
            "The forecast of 42.6 per cent is just shy of the target of 43 per cent.",
            id="shy of",
        ),
        pytest.param("Her mother kept the shop.", "Her mum kept the shop.", id="mum"),
        pytest.param(
            "The board went to court to win back the mill at Orsa.",
            "The board went to court over the mill at Orsa, which it may win back.",
            id="in order to, and may",
        ),
        pytest.param(
            "Tenants were given two months to appeal against the rent.",
            "Tenants may appeal against the rent within two months.",
            id="two months to, and may",
        ),
        pytest.param(
            "The air in the cellar was not humid enough for the cheese.",
            "Many wheels were lost because the air in the cellar was too dry for the cheese.",
            id="not enough, and too",
        ),
        pytest.param(
            "Entry to the museum in Orsa does not cost anything.",
            "Entry to the museum in Orsa is free.",
            id="not cost, and free",
        ),
        pytest.param(
            "The party will not work with the Greens in Orsa.",
            "The party ruled out any form of lasting, close work with the Greens in Orsa.",
            id="ruled out any form of",
        ),
    ],
)
def test_words_that_only_look_like_opposites_differ_in_nothing(claim: str, page: str) -> None:
    """What is told from its other side, or in a word that also has another meaning, is told."""
    assert judged_against(claim, page + REST).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param("Per Aas left the party in 1990.", "Per Aas stayed in the party in 1990.", id="left and stayed"),
        pytest.param("She stayed 10 years in Orsa.", "She left Orsa after 10 years.", id="a figure is no rank"),
        pytest.param(
            "Two days before the vote the minister resigned.",
            "Two days after the vote the minister resigned.",
            id="the other order",
        ),
        pytest.param(
            "She left the firm three years before the merger.",
            "Three years after the merger she left the firm.",
            id="the other order, from the other side",
        ),
        pytest.param(
            "Paper accounted for 58% of revenue.",
            "The Packaging arm accounted for 58% of revenue and the Paper arm for 33%.",
            id="the figure of the first",
        ),
        pytest.param(
            "In Orsa 300 people voted.",
            "In Halm 300 people voted, in Orsa 420.",
            id="the figure of the first, in short",
        ),
        pytest.param(
            "The last train leaves Orsa at six.", "The last train arrives in Orsa at six.", id="leaves and arrives"
        ),
        pytest.param(
            "The opening hours will be extended from 34 to 42.",
            "The opening hours will be cut from 42 to 34.",
            id="from and to, exchanged",
        ),
        pytest.param(
            "Sales fell from 1.9 billion to 1.4 billion crowns.",
            "Sales came to 1.9 billion crowns, up from 1.4 billion.",
            id="from and up from",
        ),
        pytest.param(
            "The keeper failed to save a penalty from Okoro.", "The keeper saved a penalty from Okoro.", id="failed to"
        ),
        pytest.param(
            "She refused to sign the letter to the board.",
            "She signed the letter to the board in May.",
            id="refused to",
        ),
        pytest.param(
            "She protested publicly against the board.",
            "She did not protest publicly, and left within a year.",
            id="protested against",
        ),
        pytest.param(
            "Councillors voted against the plan.", "Councillors did not vote against the plan.", id="both against"
        ),
        pytest.param("The app lets you scan receipts.", "There is no way to scan receipts in the app.", id="no way to"),
        pytest.param(
            "The amendment was carried by 93 votes to 64.",
            "The amendment was defeated by 93 votes to 64.",
            id="carried and defeated",
        ),
        pytest.param(
            "The court allowed the appeal by the tenants.",
            "The court dismissed the appeal by the tenants.",
            id="allowed and dismissed",
        ),
        pytest.param(
            "The hostages were freed on Monday.", "The hostages were killed on Monday.", id="freed and killed"
        ),
        pytest.param(
            "Critics praised the film for its music.", "Critics panned the film for its music.", id="praised and panned"
        ),
        pytest.param(
            "The concert in Orsa was called off.", "The concert in Orsa went ahead.", id="called off and went ahead"
        ),
        pytest.param(
            "The plane caught fire on landing in Orsa.",
            "The plane caught fire on take-off in Orsa.",
            id="landing and take-off",
        ),
        pytest.param(
            "The bill was passed by the senate.", "The bill was blocked by the senate.", id="passed and blocked"
        ),
        pytest.param(
            "Average pay was 48,200 dinars a year.",
            "Average gross monthly pay was 48,200 dinars, which is 7.1% more than a year before.",
            id="monthly and a year",
        ),
        pytest.param("Sales grew by 0.4% year on year.", "Sales grew by 0.4% quarter on quarter.", id="year on year"),
        pytest.param(
            "The pump moves 40 litres an hour.", "The pump moves 40 litres a minute.", id="an hour and a minute"
        ),
        pytest.param(
            "He was succeeded by his son Olaf.", "He succeeded his son Olaf.", id="a passive of what was done to him"
        ),
        pytest.param("The war followed a famine.", "The war was followed by a famine.", id="what came by it"),
        pytest.param("The plant in Halm uses coal.", "The plant in Halm uses gas.", id="coal and gas"),
        pytest.param("The trial was held in public.", "The trial was held in secret.", id="public and secret"),
        pytest.param(
            "The forecast is slightly above the target of 43 per cent.",
            "The forecast of 42.6 per cent is just shy of the target of 43 per cent.",
            id="not shy of",
        ),
        pytest.param("Her father kept the shop.", "Her mum kept the shop.", id="mum and father"),
        pytest.param(
            "The memo proposes suspending Portugal.",
            "The proposals in the memo include suspending Spain. Among the members are Norway, Portugal and Spain.",
            id="whom",
        ),
        pytest.param(
            "The air in the cellar was not humid enough for the cheese.",
            "The air in the cellar was humid enough for the cheese.",
            id="not enough, and enough",
        ),
        pytest.param("Entry to the museum in Orsa is not free.", "Entry to the museum in Orsa is free.", id="not free"),
        pytest.param(
            "Pupils do not pay for the ferry in Orsa.",
            "Pupils pay for the ferry in Orsa, but adults with a free card do not.",
            id="not pay",
        ),
    ],
)
def test_a_word_against_the_sources_differs(claim: str, page: str) -> None:
    """An opposite beside the same words says the contrary."""
    assert judged_against(claim, page + REST).verdict is Verdict.DETAIL_DIFFERS


@pytest.mark.parametrize(
    ("claim", "page"),
    [
        pytest.param(
            "The river flows from Orsa to Lenk.", "The river flows from Lenk to Orsa.", id="from and to, exchanged"
        ),
        pytest.param(
            "The novel was translated from Polish into German.",
            "The novel was translated from German into Polish.",
            id="from and into, exchanged",
        ),
        pytest.param(
            "All the clinics have reopened.",
            "Thirteen clinics were forced to close. Only four of them have reopened.",
            id="only four",
        ),
        pytest.param(
            "All arms increased their margin.", "Recycling was the only arm to increase its margin.", id="the only one"
        ),
        pytest.param("The format was removed in version 5.", "The format will be removed in version 5.", id="will be"),
        pytest.param("A museum has opened in the old mill.", "A museum is to open in the old mill.", id="is to"),
        pytest.param(
            "The firm created 140 new jobs in Orsa.",
            "The firm builds the boat in Orsa, where 140 new jobs are planned.",
            id="are planned",
        ),
        pytest.param(
            "Per Aas halved the tax on small firms.",
            "Per Aas has promised to halve the tax on small firms.",
            id="promised to",
        ),
        pytest.param(
            "Construction of the bridge has begun.", "Construction of the bridge will begin next year.", id="will begin"
        ),
        pytest.param(
            "The union failed to stop the sale.",
            "The union tried to stop the sale in vain.",
            id="failed to, told with in vain",
        ),
        pytest.param(
            "The figure did not rise by 0.9 percent but fell by 0.1 percent.",
            "The figure was revised from an increase of 0.9% to a decrease of 0.1%.",
            id="not by a figure with a point, but",
        ),
        pytest.param(
            "The tenants must leave the house.", "The tenants have no need to leave the house.", id="no need to"
        ),
        pytest.param(
            "Jon Aas discovered a cave near Orsa in 1931.",
            LIFE,
            id="who is not she",
        ),
        pytest.param(
            'Judge Tove Lind found that the trial judge "left the jury with no real choice".',
            'Judge Anna Moe, writing for the majority, found that the trial judge "left the jury with no real choice". '
            "In her dissent, Judge Tove Lind argued that it made no difference.",
            id="another judge",
        ),
        pytest.param("She is mayor of Halm.", "She is deputy mayor of Halm.", id="a deputy"),
        pytest.param("He is a former minister.", "He is a minister.", id="no longer"),
        pytest.param(
            "Karl Lind was elected mayor of Halm in 2011.",
            "In 2011 Peter Lind was elected mayor of Halm.",
            id="another first name",
        ),
        pytest.param(
            "The sheath was found on the bed of Kaylee Dahl.",
            "The sheath was found on Maddie Berg's bed. Kaylee Dahl slept upstairs.",
            id="the bed of another",
        ),
        pytest.param(
            "The owner and the manager of the Halm Hostel were charged over the deaths.",
            "Police have detained the owner and the manager of Halm Hostel, where the travellers who visited the town "
            "were staying, however no one has been charged over the incident.",
            id="no one",
        ),
        pytest.param(
            "The board won back the mill at Orsa in court.",
            "The board went to court over the mill at Orsa, which it may win back.",
            id="may win back",
        ),
        pytest.param(
            "The board decided to close the mill at Orsa in May.",
            "The board may close the mill at Orsa in May.",
            id="decided to, and may",
        ),
        pytest.param(
            "The lamp was not bright enough for the hall.",
            "The lamp was bright enough for the hall, but too heavy.",
            id="not enough, but too",
        ),
        pytest.param(
            "The poet did not see the play staged in Orsa.",
            "The poet had died when the play was staged in Orsa.",
            id="died before",
        ),
        pytest.param(
            "The votes of Orsa could not be counted on Monday.",
            "The counting of the votes of Orsa was delayed on Monday.",
            id="delayed",
        ),
    ],
)
def test_a_word_that_may_be_against_the_sources_goes_to_a_person(claim: str, page: str) -> None:
    """Where the contrary may be the same after all, somebody has to read."""
    assert judged_against(claim, page + REST).verdict is Verdict.REVIEW
