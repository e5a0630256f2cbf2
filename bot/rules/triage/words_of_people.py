"""Who is spoken of in English: the psychologist by all names, the sessions, and everybody else; and how one says no."""

from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.signs import People

PSYCHOLOGIST = slot(
    "psycholog*|psych|psychs|therapists?|therapeut|counsellors?|shrinks?|doctors?|doc|dr|psychotherapist|psychoanalyst|analyst|practitioner|clinician"
)
NOW = rf"(?<!previous )(?<!old )(?<!last )(?<!ex )(?<!former )(?<!first )(?:{PSYCHOLOGIST})"
NEG = slot(
    "doesnt|does not|dont|do not|didnt|did not|isnt|is not|wasnt|was not|wont|never|not|hardly|barely|no longer|aint"
)
THEY = rf"she|he|they|you|{NOW}|dr \w+"
THEY_ARE = rf"shes|hes|theyre|youre|(?:{THEY}) (?:is|are|was|were|seems|seemed|can be|looks|looked|comes across|came across|always|gets|got|sounds|sounded|feels|felt|acts|acted|has been|been|became)"
THEM = rf"her|him|them|(?:my|the|this|that) (?:{PSYCHOLOGIST})|dr \w+"
THEIR = slot("her|his|their|the")
SOMEBODY = slot("somebody|someone|some one|anybody|anyone")
THERAPY = slot("therapy|treatment|counselling|sessions?|appointments|service|practice")
RELATIVE = slot(
    "husband|hubby|wife|partner|boyfriend|bf|girlfriend|gf|fiancee?|spouse|mum|mums|mom|moms|mam|mother|dad|dads"
    "|father|parents?|sisters?|brothers?|sons?|daughters?|kids?|child|children|uncle|aunty?|auntie|gran|nan|grandma"
    "|grandfather|grandmother|cousin|in laws|family|boss|colleagues?|coworkers?|friends?|mates?|ex|stepdad|stepmum"
    "|neighbou?rs?|landlord|teacher|flatmate|housemate|roommate|employer|manager|supervisor|missus|bloke|fella|nephew|niece|grandson|granddaughter|pal|bestie"
)
_STRANGER = slot(
    "gp|dentist|physio*|surgeon|consultant|hairdresser|pastor|priest|imam|vicar|minister|rabbi|coach|lecturer|professor|tutor|solicitor|lawyer|judge|nurse|midwife"
    "|foreman|captain|skipper|hr|head of \\w+|team leader|ward|customer|tenant|landlady|date|driver|dispatcher|client|clients|patient|students?|pupils?|social worker"
)

PEOPLE = People(
    psychologist=ways(
        r"""
        {PSYCHOLOGIST}
        in (the |our |my )?{THERAPY}
        dr \w+
        """,
        PSYCHOLOGIST=PSYCHOLOGIST,
        THERAPY=THERAPY,
    ),
    # A psychologist of earlier is somebody else.
    somebody_else=ways(
        r"""
        {RELATIVE}
        {STRANGER}
        (last|previous|old|ex|former|first|school|uni|other|nhs) {PSYCHOLOGIST}
        {PSYCHOLOGIST} (i had )?before
        """,
        PSYCHOLOGIST=PSYCHOLOGIST,
        RELATIVE=RELATIVE,
        STRANGER=_STRANGER,
    ),
    therapy=ways(
        r"""
        {PSYCHOLOGIST}
        {THERAPY}
        (in|out of|leave|left) (here|there)
        every time i (leave|come|go|see)
        when i (leave|see (her|him))
        homework
        walk(ed)? out
        """,
        PSYCHOLOGIST=PSYCHOLOGIST,
        THERAPY=THERAPY,
    ),
    denies=ways(
        r"""
        ({NEG}|arent|werent|havent|hasnt|without|far from|nothing|neither|nor|no)( \w+){0,2}
        """,
        NEG=NEG,
    ),
)
# What denies even a denial: «not that she doesn't listen».
DENIES_DENIAL = (
    r"\b(?:not that|isnt that|wasnt that|not (?:like|as if|because|saying)|(?:didnt|dont|wouldnt|cant) (?:say|think|mean|believe|feel)"
    r"|never (?:said|say|felt|thought)|not (?:true|so)|no way|worried that|used to (?:think|feel))(?: \w+){0,3} $"
)
BEGINS_WITH_DENIAL = rf"(?:(?:{THEY}) (?:\w+ ){{0,2}})?(?:i )?(?:{NEG}|cant|cannot|no|nothing|nobody|hard|difficult|waste|nicht|kein\w*|nie|no|nunca|sin)\b"
