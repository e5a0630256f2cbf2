"""Words that hide what they say: «kms», «unalive», «sh», «k1ll», and what they are told from."""

import re

CODED = """
catch the bus = ctb
killed = unalived
killing = unaliving, unaliveing
kill = unalive
suicide = sewerslide, sewer slide, sewercide, sewerside, sooicide, toaster bath, toasterbath, self deletion
grave = forever box
kill myself = self delete, selfdelete, self yeet, commit not alive, commit die, game end myself, kermit suicide, kermit sewer slide, killmyself
killing myself = killingmyself
hurt myself = hurtmyself
cut myself = cutmyself
i want to die = iwanttodie, iwannadie
want to die = wanttodie, wannadie
self harm = selfharm
self harming = selfharming, shing
self harmed = selfharmed
self hate = selfhate
self harm again = sh again
overdosed = oded
overdosed on = odd on
overdosing = oding
overdose on = od on
overdose again = od again
to overdose = to od
i overdose = i od
an overdose = an od
suicidal thoughts = suicidal ideation, ideation
domestic violence = dv
kill yourself = kys
sexually assaulted = saed
raped = graped
"""

# «sh» after these is self-harm; else it is a hush.
_BEFORE_SELF_HARM = (
    "urge to", "urges to", "want to", "need to", "to stop", "been", "started", "relapsed with", "relapsed on", "relapsed into",
    "from", "about", "of", "my", "did", "clean", "into", "no", "and", "with", "without", "or", "the", "any", "some", "doing",
)  # fmt: skip
SELF_HARM = re.compile(
    r"\bs[/.]h\b|(?:" + "|".join(rf"(?<=\b{said} )" for said in _BEFORE_SELF_HARM) + r")sh\b(?!!)"
)

# «kms» beside these is a distance.
BEFORE_A_DISTANCE = r"(?:\d+|few|many|several|some|hundred|thousand|ten|twenty|five|couple of|how many|more|extra|two|three)"
AFTER_A_DISTANCE = (
    r"(?:away|from|per|an hour|of|run|ran|to|walk|long|and back|each|on the clock|left|further)"
)

# Words that are hidden behind signs and figures: «k1ll», «su!cide», «s*icide».
MASKABLE = [
    "suicide",
    "suicidal",
    "kill",
    "killing",
    "killed",
    "myself",
    "himself",
    "herself",
    "die",
    "dying",
    "died",
    "dead",
    "death",
    "cut",
    "cutting",
    "harm",
    "harming",
    "hurt",
    "hang",
    "hanging",
    "rape",
    "raped",
    "overdose",
    "overdosed",
    "pills",
    "abuse",
    "abused",
    "abusing",
    "stab",
    "stabbed",
    "shoot",
    "gun",
    "knife",
    "beat",
    "beating",
    "choked",
    "strangled",
    "molested",
    "sexual",
    "assault",
    "assaulted",
    "murder",
    "bleed",
    "bleeding",
    "drown",
    "noose",
    "selbstmord",
    "suizid",
    "umbringen",
    "sterben",
    "suicidio",
    "morir",
]
