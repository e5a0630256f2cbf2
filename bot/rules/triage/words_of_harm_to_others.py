"""Danger to another person: by the writer, by themselves, and a child that is hurt."""

from bot.rules.triage.danger_kinds import Judged, Sayings, Tier
from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.words_of_means import PILLS

_CHILD = slot(
    r"my (own )?(baby|son|daughter|kids?|child|children|newborn|little one|toddler|boy|girl|bairn|wee one|twins|wean)|the (baby|kids|children|newborn|bairn|wean|twins)|our (baby|kids?|son|daughter|child|children)"
)
_ANYBODY = slot(
    r"him|her|them|someone|somebody|people|everyone|everybody|my (\w+ )?(wife|husband|partner|mum|mom|dad|mother|father|brother|sister|boss|neighbour|neighbor|ex|girlfriend|boyfriend|family|stepdad|parents|colleague|teacher|manager|flatmate|coworker|landlord|stepfather|uncle|cousin|son|daughter)"
)
_INTENT = slot(
    "want|wants|going|will|ill|might|may|could|urge|urges|about|ready|plan|planning|planned|able|tempted|need|close|swear ill|hell|shell|id|gonna|think im going"
)
_FRIEND = slot(
    r"mum|mom|mam|mother|dad|father|brother|sister|son|daughter|kid|child|husband|wife|partner|boyfriend|girlfriend|friend|mate|flatmate|roommate|housemate|cousin|nephew|niece|uncle|aunt|auntie|nan|gran|grandson|granddaughter|colleague|coworker|neighbour|neighbor|student|pupil|stepson|stepdaughter|girl|boy|lad|ex|fiance|bf|gf|bestie|best friend|twin|stepdad"
)

HARM_BY_WRITER = Sayings(
    "harm by the writer",
    Tier.HIGH,
    Judged.TO_OTHERS,
    ways(
        r"""
        {INTENT} (to )?(just |really |actually |do )?(kill|murder|stab|shoot|strangle|smother|poison|drown|hurt)(ing)? ({CHILD}|somebody|someone|people)
        {INTENT} (to )?(just |really |actually )?(kill|murder|stab|shoot|strangle|poison)(ing)? {ANYBODY} -(with kindness|a message|an email|a text|if (he|she|they) (leaves?|leave|sings?|eats?|says? that))
        (want|wants|going|urge|urges|plan|planning|about|ready) (to )?(really |seriously )?(hurt|harm|attack|beat up|beat|smash|batter) {ANYBODY} -(feelings|with|by|at|to|for|back emotionally)
        (scared|afraid|worried|worry|frightened|fear|feared|thoughts?|images?|thinking|think|fantasi*|dream*|visions?|flashes|picture|imagine|imagining|picturing) (that )?(of|about|i will|i might|ill|i could|i may|im going to|myself)? ?(hurt|harm|kill|shake|smother|stab|drown|throw|drop)(ing)? ({CHILD}|somebody|someone|people)
        (thoughts?|fantasi*|images?|thinking|think|visions?|dream*) (of|about) (killing|stabbing|murdering|strangling|shooting|hurting|attacking) {ANYBODY} -(feelings)
        (worry|worried|afraid|scared|fear|urges?|thoughts?|images?|want|going|might|could|terrified|picture*|imagin*|frightened|close to|nearly|almost) ~6 (throw*|drop*|shake|shaking|shook|smother*|hurt*|kill*|hit|hitting|drown*|stab*|harm*|strangl*|squeez*|slap*|suffocat*) (\w+ )?{CHILD} -(off|at school|to (school|bed|kindergarten|nursery)|s feelings|up|with a|in at)
        (shook|shake|shaking|shaken|hit|hitting|smothered|slapped|smacked|threw|dropped|squeezed|grabbed|squeezing|slapping) {CHILD} -(off|at school|into bed|up|hand away)( (again|too|hard|when|last|because|today|yesterday|and|so|really|on|against|by))
        (hurt|harm|shake|hit|throw|drop|smother) (her|him|the baby|my baby|it) (when|if|because) ~4 (cry*|scream*|stop)
        (baby|newborn) (wont|doesnt|wouldnt|never|not) (stop )?(cry*|scream*|stop) ~6 (shake|shook|throw|hurt|snap|do something|lose it|drop|scared|hit|not safe|put (her|him) down)
        (snap|explode|lose it|lose control|flip|black out) and (\w+ ){0,2}?(hurt|hit|kill|harm|stab|attack|do something)
        (lose|losing|lost) (control|it|my temper) (and|with) ~2 (hurt|hit|kill|harm|shake|hitting|hurting)
        (want|wish|wants) (him|her|them|my \w+) (to be |was |were )?dead
        (violent|murderous|homicidal) (thoughts|urges|fantasies|images|rage)
        (bring|bringing|take|taking) a (gun|knife) (to|into) (school|work|the|class|his|her)
        going to (shoot up|blow up|burn down|burn (his|her|their) house)
        (know where (he|she|they) lives?|waiting (outside|for (him|her))) ~6 (knife|gun|hurt|kill|bat|pay|regret)
        (got|have|bought|take|taking|carry*|carrying|put) (a |the |my )?(knife|gun|bat|hammer|machete) (for (him|her|them)|in (my|the) (bag|car|coat|boot) (for|in case (he|she)|because|since)|and im going|and i know where|to (use|do|stab|hurt|teach|show))
        (he|she|they|hell|shell|theyll) (deserves? to die|wont see tomorrow|is a dead man|wont live)
        not safe (for|around|with|near) (the |my |our )(kids|baby|children|child|son|daughter)
        (kids|baby|children|son|daughter) ~2 (not|isnt|arent) safe (with|around|from|near) (me|him|her|my)
        (not|dont|cant|never) (trust myself|safe|be trusted|be left alone|be alone)( \w+){0,2} (around|with|near) (the |my |our )(kids|baby|children|child|newborn|son|daughter|wife|husband|mum|partner)
        (baby|newborn|son|daughter) ~ (possessed|devil|evil|demon|not mine|swapped|not real) ~6 (kill|hurt|save|must|have to|send|told)?
        """,
        ANYBODY=_ANYBODY,
        CHILD=_CHILD,
        INTENT=_INTENT,
    ),
    Tier.HIGH,
    may_be_figure=True,
)
CHILD_HURT = Sayings(
    "a child or relative hurt",
    Tier.HIGH,
    Judged.TO_OTHERS,
    ways(
        r"""
        (hits|hit|hitting|beats|beat|beating|hurts|hurting|abusing|abuses|abused|touches|touched|touching|molests|molested|punched|punches|kicked|kicks|slaps|slapped|shakes|shook|burns|burned|chokes|choked|strangled|whips|belts|grabbed|threw) (my (kids?|son|daughter|child|children|baby|mum|mom|mother|sister|brother|little brother|little sister|nephew|niece|nan|grandson|granddaughter|sons|boy|girl|stepson|stepdaughter|toddler|wee (brother|sister|boy|girl))|our (kids?|son|daughter|baby|child|children|little one|toddler|boy|girl)|the (kids|children|baby|little one|toddler|twins|boys|girls)) -(with (a (spoon|cushion|pillow|ball|question)|his toy|her toy)|s feelings|hearts?|at (chess|cards|fifa|school)|in the race|a ball|out of)
        (bruises|burns?|marks|welts|blood) on (my|the|our) (sons?|daughters?|kids?|babys?|childs|boys?|girls?|little ones?|nephews?|nieces?|toddlers?) ~4 (from|after|when|he|she|dads|weekend|belt|arm|back|legs|i think|cant)?
        (my|the|our|her|his) (kid|son|daughter|child|boy|girl|niece|nephew|granddaughter|grandson|little one|student|pupil) (\w+ )?(came|comes|back|returned|said|says|told me|has|had) ~4 (bruis*|touch* (him|her)|hits? (him|her|them)|hurts? (him|her|them)|burn marks|daddy hurts|scared to go|locks? (him|her|them))
        (touch*|abus*|molest*|interfer*|groom*) (with )?(my (son|daughter|niece|nephew|kid|child|granddaughter|grandson|sister|little sister)|a child|children|kids|the (kids|children|girls|boys)) -(hearts?|lives)
        (hit*|beat*|hurt*|kick*|shout* and hit*) (him|her|them) (in front of|when (he|she|they) (cries|cry)|with (a|his|the|her) belt|again last)
        """
    ),
    Tier.HIGH,
)
ANOTHER_AT_RISK = Sayings(
    "another person's danger",
    Tier.HIGH,
    Judged.OF_ANOTHER,
    ways(
        r"""
        (kill|killing) (himself|herself|themself|themselves|yourself)
        (hang|hanging|shoot|shooting|drown|drowning|gas|throw|throwing) (himself|herself|themself|themselves)( off| under| in front| from| out)?
        (end|ends|ending|take|takes|taking|took) (his|her|their) (own )?life
        (killed|hanged|hung|shot|drowned) (himself|herself|themselves) (today|last night|this morning|yesterday|tonight|an hour)
        (he|she|they|{FRIEND}) (has |have |just |must have |mightve |might have )*(taken|took|swallowed|necked) (an overdose|something|(all |too many |a load of |loads of |a bunch of |some |a handful of )?(his|her|their|my|the)? ?{PILLS})
        (taken|took|taking) an overdose
        (tried|trying|going|threaten*|plan*|wants|wanted|threatening) to (kill (himself|herself|themselves)|end (his|her|their) life|hang (himself|herself)|overdose)
        (he|she|they|{FRIEND}) ~2 (tried|trying|going|threaten*|plan*|wants|wanted|threatening) to (jump|end it -(with|between))
        (he|she|they|{FRIEND}) (is |was |are |keeps )?(up )?(on|at) the (bridge|roof|ledge|railing|edge|tracks)
        (he|she|they|{FRIEND}) ~2 (wrote|left|leaving|sent|posted|texted|text|writes|messaged) ~2 (goodbye|suicide|a note|final|farewell)
        (his|her|their) (goodbye|suicide|farewell) (note|letter|text|message|post|video)
        (she|he|they|{FRIEND}) ~2 (has|have|got|bought|hid|hiding|with|saving|hoarding|found) ~2 (rope|noose|gun|pills saved|blades|razor|his gun|rifle)( |$)
        (says?|said|told me|texted|texts|messaged|posted|saying|threaten*) (that )?(hes|shes|theyre|hell|shell|theyll|he|she|they) (is |are |will |would )?(going to |gonna |just )?(end (it|things|everything)|do it|do something stupid|jump|kill|hang|die|be dead|not be here|be gone by) -(if i dont|without|of|laughing|for|me|you)
        (he|she|they|{FRIEND}) ~2 (says?|said|saying|say) goodbye to (people|everyone|us|me|the kids|all)
        (gave|giving|given|gives) away (all )?(of )?(his|her|their) (\w+ )?(things|stuff|belongings|dog|cat|guitar|money|possessions|bikes?|bicycles|tools|clothes|rods|records|car|jewellery|jewelry)
        (wont|not|doesnt|isnt|hasnt|stopped) answer* (his|her|the|their)? ?(phone|door|calls|messages) ~6 (suicid*|pills|goodbye|note|gun|scared|last message|rope)
        (found|find|caught) (him|her|them|my {FRIEND}) ~3 (hanging|unconscious|with a (rope|knife|noose|blade)|with (pills|his wrists|her wrists)|cut*|bleeding|in the bath|on the (bridge|ledge|tracks))
        """,
        FRIEND=_FRIEND,
        PILLS=PILLS,
    ),
    Tier.HIGH,
)
WORRY_ABOUT_ANOTHER = Sayings(
    "worry about another person",
    Tier.POSSIBLE,
    Judged.OF_ANOTHER,
    ways(
        r"""
        (hurt|hurting|hurts|harm|harming|harms|harmed|cut|cutting|cuts|starving|burning|burns|scratches|scratching|hits|hitting) (himself|herself|themself|themselves) -(shaving|cooking|playing|skiing|running|at|off|a|when he fell|when she fell|on the|some|with the (lego|scooter|bike)|falling|badly on)
        (he|she|they|{FRIEND}) ~3 (dont|doesnt|does not|do not|didnt|no longer) (want|wants|wanted)( to)? (live|be alive|be here( anymore)?$|exist|go on$|wake up|be around anymore|living|be here anymore)
        (he|she|they|{FRIEND}) ~3 (wants?|wanted|wishes|wished|hopes) ~1 (to )?(die|be dead|disappear|was dead|were dead|not exist|never been born|end it)
        (he|she|they|{FRIEND}) ~3 (suicidal|self harm*|suicide attempt|overdos*|better off dead|better off without (him|her|them)|no point (in )?(living|anymore|going on)|nothing to live for)
        (suicidal|self harming|cutting) (friend|brother|sister|son|daughter|mum|mom|dad|partner|husband|wife|mate|cousin|teen*|child)
        (he|she|they|{FRIEND}) ~3 (wants|wanted) out (of (life|it all|this world))
        (he|she|they|{FRIEND}) ~2 (said|says|saying|say|been saying|texted|posted) ~1 (goodbye|bye|sorry|thank you) (to (everyone|everybody|us all|me) )?~2 (strange|weird|like|and (now|wont|isnt|not)|not (answering|picking))
        (worried|scared|afraid|frightened|terrified|think|convinced|panicking|fear) ~4 (he|she|they|hell|shell|theyll|{FRIEND}) (\w+ )?(will|might|may|is going to|could|would|ll|is)? ?(do something( stupid| silly| to|$)|hurt (himself|herself|themselves)|kill (himself|herself|themselves)|harm (himself|herself)|take (his|her) (own )?life|end (his|her) life|try again|try it again|be dead)
        (worried|scared|afraid) ~4 (leave|leaving) (him|her|them|my {FRIEND}) (alone|on (his|her|their) own)( tonight| with| in case|$| because| with the)
        (cuts|scars|blades|razors?|blood|burns|marks) ~2 (on|in|under|all over|up) (his|her|my (sons?|daughters?|sisters?|brothers?|kids?|girls?|boys?|friends?)) (\w+ )?(arms?|room|legs?|drawer|bed|wrists?|thighs?|mattress|bag|pillow|stomach)
        (he|she|they|{FRIEND}) ~3 (talk*|speak*|joke*|going on|on) about (dying|death|suicide|ending (it|things|his|her)|killing|not being here|not wanting to (live|be here)|wanting to die)
        (found|seen|saw|read|came across) (his|her|my (daughters?|sons?|sisters?|brothers?)) ~2 (diary|journal|notebook|texts|search history|messages|phone|tiktok|letter) ~8 (die|suicid*|cut*|hurt*|kill*|harm*|end)
        """,
        FRIEND=_FRIEND,
    ),
)

SAYINGS = (HARM_BY_WRITER, CHILD_HURT, ANOTHER_AT_RISK, WORRY_ABOUT_ANOTHER)
