"""Words that several lists of danger share: pills, blades, heights, the body, and the small ones."""

from bot.rules.triage.phrases import slot

PILLS = slot(
    "pills?|tablets?|meds|medications?|medicines?|paracetamols?|panadol|tylenol|ibuprofen|aspirin|antidepressants?|xanax|valium"
    "|diazepam|sleeping (pills|tablets)|sleepers|pain ?killers|insulin|codeine|oxy|morphine|zopiclone|propranolol|benzos|capsules|co codamol|tramadol"
)
MEANS = slot(
    "{PILLS}|rope|noose|gun|razors?|razor blades?|blades?|knife|knives|scissors|scalpel|belt|cord|bleach|rifle|shotgun",
    PILLS=PILLS,
)
HEIGHT = slot(
    "bridge|roof|rooftop|tracks|platform|cliffs?|ledge|balcony|overpass|railings?|railway|train tracks|train line|car park roof|multi ?storey|viaduct|window ledge|parapet|pier|quarry|dam"
)
BODY = slot(
    "wrists?|arms?|forearms?|legs?|thighs?|skin|veins?|throat|stomach|hips?|ankles?|shoulders?"
)
WISHING = slot(
    "want|wants|wanted|wanting|wish|wishes|wished|ready|prepared|deserves?|deserved|rather|going|hope|hopes|hoping|hoped|long|longing"
    "|feel like|felt like|feeling like|like|time|begged|begging|pray|praying|prayed|need|trying|happy|willing|better"
)
DONT = slot(
    "dont|do not|doesnt|does not|didnt|did not|never|not|cant|cannot|can not|no longer|not sure (if |whether |that )?i|not sure|dont know (if|whether) i"
)
CANT = slot(
    "cant|cannot|can not|couldnt|dont think i can|dont know if i can|dont know how to|dont know how much longer i can|not sure i can|unable to|not able to|im done trying to|too tired to|dont know how long i can"
)
EVERYONE = slot(
    r"everyone|everybody|people|they|them|the world|my \w+|all|others|you|he|she|it|him|her|us|the (kids|children|family)|mum|dad|mom|\w+ and \w+"
)
