"""Danger from another person: violence, threats, weapons, rape, being followed, locked in, fear at home."""

from bot.rules.triage.danger_kinds import Judged, Sayings, Tier
from bot.rules.triage.phrases import slot, ways

HURTING = slot(
    "hitting|beating|hurting|punching|choking|strangling|abusing|threatening|stalking|raping|slapping|kicking|attacking|burning"
    "|biting|shoving|assaulting|molesting|battering|pinching|grabbing"
)
CLOSE = slot(
    "husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|mom|mother|stepdad|stepfather|stepmum|brother|son|fiance|uncle"
    "|ex husband|ex wife|ex partner|ex boyfriend|ex girlfriend|bf|old man|fella|bloke|other half|missus|hubby|in laws|mother in law"
    "|father in law|brother in law|flatmate|housemate|carer|cousin|grandad|landlord|mans|man|daughter|sister|parents|family|hubs|spouse"
)
WEAPON = slot(
    "knife|gun|axe|bat|machete|hammer|rifle|shotgun|pistol|belt|poker|screwdriver|bottle|blade|kitchen knife|cricket bat|cleaver"
)
SAYS = slot(
    "says?|said|saying|swears?|swore|told me|tells me|texted|texts|threaten*|promised|messaged|wrote|warned me|keeps saying"
)
THEY_WILL = slot(
    "hell|shell|theyll|hed|shed|theyd|(he|she|they) (will|would|is going to|was going to|is gonna|wants to|are going to|might|could)"
)
AROUND = slot(
    "(with|around|of|near|beside|living with) (him|her|them|my (own )?{CLOSE})", CLOSE=CLOSE
)

VIOLENCE = Sayings(
    "violence",
    Tier.HIGH,
    Judged.FROM_OTHERS,
    ways(
        r"""
        (strangled|strangles|choked|chokes|raped|rapes|stabbed|punched|punches|slapped|slaps|molested|sexually (assaulted|abused)|battered|gang raped|headbutted|throttled|belted|walloped|clouted|thumped|groped|drugged|assaulted|backhanded) me -(up|up with|with (his|her) words|for)
        (i )?(was|got|been|being|getting|get) (beaten -(at|by (a|two|one|the) (point|team|goal)|in the|to it)|raped|strangled|choked|assaulted|stabbed|attacked -(by (bees|my own|my cat|wasps|a dog|a swan|seagulls)|online)|hit by (him|her|my)|molested|battered|beat up)
        being (abused|hurt by|stalked|beaten|hit|held|controlled by|raped)
        being threatened -(with (redundancy|eviction|the sack))
        (hes|shes|theyre|he is|she is|is|are|keeps|started|been|keep|kept|began) {HURTING} me -(with (his|her) words|off at)
        (someone|somebody|a man) (is )?(hurting|following|threatening|stalking|watching) me
        hands? (around|on|round|at|over) my (neck|throat|mouth and)
        (grab|grabs|grabbed|drag|drags|dragged|pulled|pulls|had|took|yank*) me by (the|my) (throat|neck|hair|arm|wrist)
        (pulled|pulls|yank*|tore) (out )?my hair -(out over)
        beat(s|en|ing)? me (up|badly|black|until|when|every|again|last|yesterday|with|in front|senseless|half)
        hit me (again|last night|yesterday|today|tonight|in front of|in the face|with (a|the|his|her) -(question|news|bill|idea|spoon|toy|cushion|pillow|ball|lego|football|balloon|shuttlecock)|so hard|across|round|on the (head|back|arm)|and|when)
        (pushed|pushes|shoved|shoves|threw|throws|dragged|slammed|knocked) me (down|against|into|off|over|onto|to the (ground|floor|wall)|across|out of the car|around|about) -(the deep end|the role)
        (broke|breaks|fractured|bruised|busted|split) my (arm|nose|rib|ribs|jaw|wrist|finger|fingers|lip|cheekbone|collarbone|tooth|eardrum)
        (black eye|split lip|bruis(es|ed|ing)) ~3 (from|where|on my (neck|arms|face|throat|back|legs)|he|she|because of (him|her)|again|makeup|make up)
        (covered|hid|hide|hiding|cover) (up )?(the|my) (bruises?|black eye|marks he|marks on my neck)
        (throws|threw|throwing|chucked|smashed|hurled|lobbed) ~ at (me|us|my (head|face|back))
        h(e|o)ld(s|ing)? me (down|under) -(to (a|my|the))
        (sat|sitting|knelt|kneels) on (me|my chest) (so|and|until|till)
        (couldnt|cant) breathe ~4 (his|her) (hands?|arm|weight|elbow)
        (kick|kicked|kicks) (me|the door (in|down|open)|my door) -(out of the (group|team|chat|band)|off)
        (grab|grabbed|grabs|squeeze*|twist*|crush*) my (face|jaw|throat|neck|wrist|wrists|arm|arms|hair) (so|and|until|hard|again|till|when|because)
        (he|she|hes|shes) (is )?(hitting|punching|kicking|smashing|breaking|banging) (the|my|through) (door|wall|walls|windows?|car|house|place)
        (smash|punch|put (his|her) fist|kick|broke|break|rip|wreck)* (through |in |up )?(the|a|my|our) (door|wall|phone|windows?|plates|furniture|mirror|tv|room) (again|next to|beside|by my head|when|in|so i|because|and then|and said|last)
        (raised|raises|raising) (his|her) (fist|fists|hand|hands) -(in class|up|to ask|first)
        (mark|marks|prints?) (on|around|round) my (neck|throat)
        (spits|spat) (on|at|in) (me|my face)
        (he|she|dad|mum|mom|{CLOSE}) (hits|beats|punches|slaps|kicks|chokes|strangles|batters|thumps|belts|whips|smacks|attacks) (me|us)
        domestic violence (at home|in my|victim|and i|again|situation)
        victim of (domestic|abuse at)
        (physically|sexually) (hurt*|abus*|attack*|assault*|violent)( me| with me| towards me)
        (he|she|{CLOSE}) (gets?|got|is|was|getting|became|becomes|turns|turned|been|being|has been|can be|went) (really |so |very |physically |more |increasingly |quite )*(violent|physical with me|handy with his|abusive|aggressive with me|rough with me)
        my {CLOSE} (\w+ )?(is|was|gets|got|has been|keeps being|can be) (\w+ )?(abusive|violent|dangerous)
        (im|i am|still|living|stuck|trapped) (\w+ )?(in|with) an? (abusive|violent|controlling and violent) (relationship|marriage|home|man|partner|husband|household|house)
        """,
        CLOSE=CLOSE,
        HURTING=HURTING,
    ),
    Tier.HIGH,
)
SEXUAL_VIOLENCE = Sayings(
    "sexual violence",
    Tier.HIGH,
    Judged.FROM_OTHERS,
    ways(
        r"""
        forc(es|ed|ing) (himself|herself) on me
        forc(es|ed|ing) me (to|into) (have sex|sleep with|do things|touch|sex|do it|bed|having sex|do stuff|watch|undress|things|something|it|that)
        (made|makes) me (have sex|sleep with|touch (him|her)|do things|do sexual|suck)
        (sex|had me|did it|slept with me|on top of me) ~4 (without my consent|against my will|when i (said no|was asleep|didnt want)|while i (slept|was asleep)|didnt want|dont want|i said no)
        touch* ~4 (against my will|when i was asleep|while i (slept|was asleep))
        (i )?(said|say|kept saying|told him) no (and|but) (he|she|they) (did|didnt stop|kept|carried on|went|wouldnt stop|doesnt stop|does it)
        (wouldnt|didnt|wont|doesnt) stop when i (said no|say no|asked|cried|told him)
        (drugged|groped|molested) me
        spiked my drink
        sexually assault*
        without my consent -(form|to share)
        against my will
        (uncle|dad|father|stepdad|stepfather|brother|cousin|grandpa|grandfather|coach|neighbour|neighbor|boss|pastor|priest|landlord|{CLOSE}) ~2 (touched|touches|touching|molested|groped) me -(deeply|with (his|her) (words|kindness)|and the kids hearts)
        touch(es|ed|ing) me (at night|down there|where|when im asleep|in my sleep|sexually|under)
        (comes|came|gets|creeps) (into|in) my (room|bed) at night
        forc* (me )?(to marry|into (a )?marriage)
        (marry|marriage) ~4 (dont want|against my will|forced|or else|or they|take my passport)
        (nudes?|naked (photos?|pictures?)|intimate (photos?|pictures?|video)|photos of me|sex tape) ~6 (unless|if i|threat*|send (it|them) to|post|share|work|my (family|parents))
        """,
        CLOSE=CLOSE,
    ),
    Tier.HIGH,
)
THREAT = Sayings(
    "threat",
    Tier.HIGH,
    Judged.FROM_OTHERS,
    ways(
        r"""
        {THEY_WILL} (kill|hurt|shoot|stab|burn|harm|smash|murder) (us|the kids|the children|my (kids|children|family|mum|mom|dog|cat|baby|son|daughter)|the dog|the cat|our)
        {THEY_WILL} (kill|hurt|beat|find|come for|shoot|stab|murder|bury|batter|strangle|smash|break) (me|my (legs|face|neck|jaw)) -(a|if i (forget|eat|miss (his|her) birthday)|when (he|she) (sees (the|this)|finds out (about|i)))
        {SAYS} (that )?{THEY_WILL} (just )?(burn|kill|hurt|shoot|stab|beat|rape|find|destroy|come for|smash|break|bury|slit|cut|throw|pour|set|drive us|take us all|end (us|both)) -(himself|herself|themselves|you a|out|it short|the time|a good|the (answer|time|keys|receipt|address|link)|time)
        {SAYS} (if|when|that if|next time) i (leave*|ever|tell|told|go|talk|say|call*|speak) ~6 (kill|dead|hurt|never see|take the (kids|children)|regret|sorry|find me|bury|burn|pay|worse|finish)
        {SAYS} (im|i am|id be|ill be|youre|i was) (a )?dead( woman| man| if| meat|$)
        if i (leave|left|go|tell|told|call|called|scream|say|try to leave) (him |her |anyone |the police |anybody )?{THEY_WILL} (kill|hurt|find|come|take|do something|burn|shoot|beat)
        threat(ens|ened|ening|en) (to (kill|hurt|burn|shoot|stab|rape|find|take the|beat|cut|drown|smash|throw (acid|me|us)|have me (deported|killed))|me -(with (legal|court|redundancy|a review|eviction))|us|my (kids|life|family|children|mum)|with a {WEAPON})
        (kill|killed|shot|stabbed|death) threats?
        threats? (against|on) (me|my (life|family|kids))
        one (day|of these days) (hes|shes|he|she) (is )?(going to |will |gonna )(kill|really hurt)
        (make|makes|made) me pay for leaving
        (picture|photo|video|pic) of (a|his|the|her) (gun|knife|bullet)
        (pulled|held|put|holds|points|pointed|waved|waving) (a |the |his |her )?{WEAPON} (on|to|at|against|in|up to) (me|my|us)
        (knife|gun|axe) (on|at|to|against) (me|my (throat|neck|head|back|face)|us)
        (hes|shes|theyre|he is|she is) (got|holding|waving|carrying|sharpening|loading|outside with) (a |the |his )?{WEAPON}
        (he|she|they|man|guy|{CLOSE}) (has|had|have|got|is holding|grabbed|pulled|took|picked up|came at me with|goes for|comes at me with|came in with|keeps|sleeps with) (got |out )?(a |the |his |her |that )?{WEAPON} -(skills|set|rack|off|down from the|out of date|of (wine|water|milk|juice|gin|beer|coke))
        (poured|pours) petrol
        (acid|petrol) (on|over|at|in) (me|my face|the house)
        (my life is|our lives are|were all) in danger
        (im|i am|were|we are|me and the kids are|feel|in) (\w+ )?(in )?(real |immediate |serious )?danger( (from|of being|tonight|now|right now|here|please|at home|and)|$)
        (afraid|fear|scared|frightened|fearing|terrified|feared|worried) for (my|our|the kids|the childrens|her|his) (life|lives|safety)
        (wont|not) (get out|leave|make it out|come out) (of (here|this|this house) )?alive
        (send|sent|sending|hired|knows) (people|someone|men|his mates|his brothers|his cousins) (to|after|round|who would)
        honou?r kill*
        (ship|send|take) me (back|away) to (pakistan|india|bangladesh|somalia|my country|marry)
        """,
        CLOSE=CLOSE,
        SAYS=SAYS,
        THEY_WILL=THEY_WILL,
        WEAPON=WEAPON,
    ),
    Tier.HIGH,
)
TRAPPED = Sayings(
    "followed or locked in",
    Tier.HIGH,
    Judged.FROM_OTHERS,
    ways(
        r"""
        follow(ed|s|ing) me (home|again|to my|everywhere|around|all|in his|in her|from|down|off|onto|back) -(on|the (idea|logic))
        (tried (to get in|the door|to break in|to force)|banging on (the|my) door|trying to get in|kicking (the|my) door|hammering on)
        (breaking|broke|break|got|let himself|let herself) into my (house|flat|home|room|car) -(song)
        (turns|turning|turned|shows|showing|showed|keeps turning|keeps showing|pops|waits?|waiting|sits?|sitting|parked|parks|hangs? (around|about)|lurks?|stands?|standing) (up )?(at|outside|by|near|across from) (my|our) (house|home|flat|door|work|office|window|building|place|gate|school|uni|gym|street)( again| every| and| even| in| at| when| since| after| so| to|$)
        (found|worked|knows|finds) out where (i live|we live|im (living|staying))
        knows where (i live|we live|i work|im (living|staying)|my (kids|mum))
        (hes|he is|shes|she is|my ex is|theyre) (out |still |sitting |standing |waiting |right )*outside (my|the|our|in) (house|door|flat|window|home|gate|building|car|work|now)?
        (stalk(s|ed|ing|er)|harass(es|ed|ing)) (me|my)
        (a |my |the )?stalker
        restraining order ~4 (broke*|ignor*|breach*|again|still|violat*)
        (broke|breached|ignored|violated|breaking) (the|his|her) (restraining order|bail|injunction|no contact|non mol*)
        (tracker|airtag|tracking (app|device)|gps|spyware|hidden camera|camera*) ~4 (my (car|phone|bag|room|bedroom)|on me|watch me|follow me|spy)
        hiding (in the (bathroom|toilet|bedroom|closet|wardrobe|basement|garage|car|shed|loo|airing cupboard|garden)|from (him|her|my {CLOSE}|them)|upstairs|under the)
        (locked|lock|shut|barricaded) (myself|ourselves|me and the kids|us) in -(the office|the archive)
        lock(s|ed|ing)? (me|us|me and) (in|up|inside|out|outside|away|the kids) -(of (my|the|his|her) (account|car|office|phone)|my account|amazon|the system)
        lock(s|ed) the doors? (and|so|from)
        (took|takes|hid|hides|has|taken|confiscat*|keeps|kept) (away )?my (keys|phone|passport|documents|papers|bank card|cards|money|car keys|wages)( and| so| from me| off me| again| away|$| when) -(to the (valet|garage)|by mistake)
        (wont|doesnt|will not|refuses to|wouldnt|didnt|never|not|isnt|arent) (let|allow|letting|allowing|allowed) (me|us) (to )?(leave( the (house|room|flat))?|out -(of my sight|of the contract|early)|out of the house|go out|go anywhere|see my|see anyone|use my phone|have my|speak to my|talk to my|have a phone|phone|work|go home|have money|shower)
        (cant|not allowed to|arent allowed to|never allowed to|forbidden to|forbids me to) (leave the (house|flat|room)|go out without|see my (family|friends|mum)|use (my|the) phone|work|have (friends|a phone|money)) -(until the|because of (the|my) (snow|weather|back|covid|leg)|after|with (covid|my (leg|foot)))
        (kept|keeps|keeping|held|holding) (me )?(prisoner|hostage|captive|locked in|against my will)
        (escape|flee|fled|fleeing|run away|ran away|running|hide|get away|getting away|got out|get out|leave safely) from (him|her|home|my {CLOSE}|them)( tonight| before| with| again| and|$| while)
        (bag|bags|suitcase) (is |are )?packed (under|behind|in the (car|boot|loft)|and hidden|by the door|in case|ready to)
        (need|find|looking for|where is|get to|go to|get into|number for) ~3 (refuge|womens (shelter|aid)|safe house|domestic (abuse|violence) (line|helpline))
        (call*|need|send|ring*|get) the police ~4 (please|now|here|hes|hurt|again|outside|he|tonight|help) -(about (the|my) (bike|car|neighbours))
        (he|she|they) (can|could|might|will) (see|read|check|checks) (this|my phone|these messages|my messages) so
        (please )?dont (call|ring|phone|text|reply|answer) ~4 (hell see|shell see|he (checks|reads|sees|looks)|she (checks|reads|sees)|he is here|hes (here|home|in the))
        """,
        CLOSE=CLOSE,
    ),
    Tier.HIGH,
)
FEAR_AT_HOME = Sayings(
    "fear at home",
    Tier.POSSIBLE,
    Judged.FROM_OTHERS,
    ways(
        r"""
        (not|isnt|no longer|never|arent|not really) (feeling |feel )?(safe) (at home|going home|in (my|our|this|the) (own )?(home|house|flat)|with (him|her|them)|here|there|around (him|her|them|my {CLOSE})|with my {CLOSE}|living|in my own)
        (dont|do not|never|doesnt|didnt) feel (\w+ )?safe (at home|going home|in (my|our|this) (own )?(home|house|flat)|around|with (him|her|them|my {CLOSE})|here|there anymore|near)
        unsafe (at home|in (my|our) (own )?(home|house)|living|here|(with|around|near) (him|her|them|my {CLOSE}))
        (scared|afraid|frightened|terrified|petrified) of (him|her) -(leaving|dying|judging|reaction|thinking|losing|finding out im|getting (ill|sick|hurt)|being|not|saying|anger|when|mum|mom|response|disapproval|questions|death)
        (scared|afraid|frightened|terrified|petrified|wary|fear) of (my|me) (\w+ )?{CLOSE}( |$)-?(?!leaving|dying|judging|reaction|thinking|losing|finding|getting|being|going|s )
        (scared|afraid|frightened|terrified|nervous|dread*|petrified) (to go|of going|going|to be|of being|to come|being|be) (back )?(at )?home( tonight| to (him|her|my)| because| when| now| after| again|$| with) -(alone)
        (scared|afraid|frightened|terrified|worried|nervous) (of )?(what|how) (he|she|hell|shell|they|my {CLOSE})(ll| will| might| would| could| is going to| may)? (do|be like|react when|do next|does|do to)( to (me|us|the kids))?( when| if| next| tonight| now|$) -(think)
        (scared|afraid|frightened|terrified|worried|think*|know*|feel*) (that )?(he|she|hell|shell|he will|she will|he might|my {CLOSE} (will|is going to|might)) (\w+ )?(hurt|hit|kill|attack|beat|snap|come after|find|lose it with) (me|us|again|the kids)
        (walk*|tiptoe*|treading) on eggshells ~6 (temper|hit*|scared|explode*|kick*|rage*|drinks|hurt|anger|fist|throws|smash*)
        (flinch*|freeze|jump|shake|shak*|cower*|hide) (every time|when|whenever|as soon as) (he|she|my {CLOSE}|his key|the (front )?door|i hear (his|her|the) (key|car|footsteps|boots)) ~1 (raises|comes|moves|gets|walks|opens|shouts|goes|slams|turn*|in the|on the|key|car|footsteps)
        (check*|goes through|reads?|read|track*|monitor*|control*|look* through) ~1 (my|all my|every|where) (phone|messages|every|texts|calls|location|money|bank|clothes|receipts|mileage|emails|i am|i go|what i) ~5 (him|he|she|angry|time|if i|allowed|if im late|who|and|every|all)
        (controls?|controlling) (everything|what i|who i|my money|my every|all (the|my) money|where i)
        (have|need) to (ask (him|her) )?(permission|account) ~4 (leave|go|spend|see|money|every)
        (when|if|once|after) (he|she|my {CLOSE}) (drinks?|has (been drinking|had a (drink|few))|is drunk|gets drunk|comes (home|in|back)|gets (in|home|back|angry|like that)|loses (it|his temper)) (i|we|me|its|everything|the kids) ~2 (hide|scared|afraid|lock|different|know what|quiet|stay out|keep out|get out|not safe|make sure|hid*|dont sleep|sleep with|in the bathroom|get the kids)
        (he|she|my {CLOSE}) (has|gets|got|in|with|had) ~1 (one of (his|her) moods|a temper|rages?|that look) ~6 (hide|scared|afraid|hurt|run|kids|lock|careful|pay for it)
        (make|makes|made|making) (me|us) pay for it
        (i )?(know|knew) what (happens|comes|hell do|shell do) (next|when|after|if)
        (things|it|hes|shes|its) ~2 (kicked off|got|getting|gets|been getting|getting really) (physical|scary|nasty|violent|out of hand|bad at home|worse at home|scarier|frightening|rough)( at home| again|$| last| with| when| and| between)
        (he|she|{CLOSE}) ~2 (scares|frightens|terrifies) me
        (not|isnt|never) (nice|kind|gentle|good) when (he|she) (drinks|is drunk|has been drinking|gets in)
        (something|it) ~2 happened (at home|last night)( again)? (and i cant|cant say|but i cant|i cant talk|and im scared|and i am scared)
        (delete|deleting|wipe) (this|these|my|the) (message*|chat|texts) (after|so|before) ~3 (he|she|him|her|sees|reads|comes|home)?
        dont feel safe$
        (im|i am|feel) (not |un)safe( right now| tonight|$| please| and| where i am)
        (he|she|they|dad|father|mum|mother|{CLOSE}) (will|would|is going to|hell|shell) (lose it|go mad|go crazy|flip|explode|go ballistic) (if|when) ~4 (finds? out|knew|know*|see*|hear*|leave|home|late) ~6 (scared|hurt|hit|kill|afraid|last time|not safe)
        """,
        CLOSE=CLOSE,
    ),
)
FROM_A_PERSON = Sayings(
    "violence",
    Tier.HIGH,
    Judged.FROM_A_PERSON,
    ways(
        r"""
        (hits|hit|beats|beat|kicks|kicked|bites|bit|burns|burned|burnt|attacks|attacked|shoved|shoves|pushes|pushed|grabs|grabbed|hurts|hurt|abuses|abused|whips|whipped|smacks|smacked|shakes|shook|pinned|pins|trapped|cornered|corners) (me|us)( (and|or) (the )?(kids|children))? -(up|back|with (a question|the news|the bill|the idea|his words|her words|an idea)|that|like|hard when i|out|off|about|to (the|it|do|try|be|go|finish|apply|study|get|take|see|think)|deeply|emotionally|by (saying|leaving|not|ignoring|forgetting|what)|when (he|she|they) (said|left|forgot)|so much when|a lot when|over|too hard at|into (doing|going|a corner about)|for (advice|a favour|money|charity)|past|on (the )?(shoulder|facebook|instagram))
        (going|want*|will|would|might|could|try|tried|trying) (to )?(kill|murder|strangle|stab|shoot) me -(if (i|im|we) (forget|eat|miss|wear|dont|late|lose|break|ask|spend)|when|with|for|lol|haha)
        going to kill (me|us) (tonight|one day|this time|if|when he|i know|and|next time|in the end)
        finish me( off|$)
        (punch|slap|strangl|chok|stab|thump|headbutt)* (me|us) -(up|for)
        """
    ),
    Tier.HIGH,
)

SAYINGS = (VIOLENCE, SEXUAL_VIOLENCE, THREAT, TRAPPED, FEAR_AT_HOME, FROM_A_PERSON)
