"""What takes words of danger back in English: «not», long ago, other people, figures of speech, tasks, work."""

from bot.rules.triage.phrases import ways
from bot.rules.triage.signs import Around

RELATIVE = (
    r"mum|mom|mother|mam|maw|ma|dad|da|father|brother|sister|son|daughter|kid|child|baby|husband|wife|hubby|lad|lass|lassie"
    r"|partner|boyfriend|girlfriend|bf|gf|ex|fiance|fiancee|uncle|aunt|auntie|cousin|nephew|niece|missus|fella|bloke|twin"
    r"|grandma|grandmother|gran|nan|grandpa|grandfather|grandad|stepdad|stepfather|stepmum|stepmom|stepson|stepdaughter"
    r"|stepmother|friend|mate|flatmate|roommate|housemate|colleague|coworker|neighbour|neighbor|classmate|bestie|pal|tenant"
    r"|boss|student|pupil|client|patient|resident|teacher|coach|man|guy|woman|girl|boy|somebody|someone|grandson|granddaughter"
)

ENGLISH = Around(
    no=(
        r"not|never|no|dont|do not|doesnt|does not|wont|will not|wouldnt|would not|isnt|arent|aint|am not"
        r"|wasnt|werent|didnt|did not|havent|hasnt|hadnt|without|nor|neither|no longer|stopped|quit"
        r"|cant imagine|couldnt imagine|far from|hardly|nothing to do with|clean from|free from|free of|zero|nae|nowt about"
    ),
    passed_over=(
        r"i|im|a|an|am|is|are|was|were|be|been|being|do|feel|feeling|felt|think|thinking|thought|did|done|does"
        r"|thoughts|have|having|had|has|any|the|of|about|going|gonna|to|want|wants|wanna|wanted|would"
        r"|will|ever|really|actually|currently|even|at|all|in|plan|plans|planning|intend|intention|considering"
        r"|intentions|urge|urges|desire|wish|need|like|saying|said|say|that|mean|meant|trying|tried|literally"
        r"|risk|danger|bit|once|laid|hand|hands|on|anything|seriously|actively|self harm|or|physically|threatened|he|she|they"
    ),
    long_ago=(
        r"used to|years? (?:ago|back)|yrs (?:ago|back)|long (?:time )?ago|back then|in the past|way back|last (?:year|yr|spring|summer|autumn|winter)"
        r"|in (?:19|20)\d\d|back in|(?:19[4-9]\d|200\d|201\d)|in 0\d|(?:in )?my (?:late |early |mid )?"
        r"(?:teens|teenage years|twenties|thirties|forties|youth|childhood|past|first marriage|twenty\w*)|growing up"
        r"|as an? (?:young |little |small )?(?:child|kid|teen|teenager|boy|girl|student|baby|adult|lad|lass)"
        r"|(?:when|since|while|until|till|before) (?:i|we) (?:was|were) (?:about |around |only |just |still )?"
        r"(?:a|an|at|in|\d+|little|young|younger|small|six|seven|eight|nine|ten|eleven|twelve|thirteen|diagnosed"
        r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|living|married|with him|with her|drinking|using)"
        r"|(?:at|in|during) (?:high ?school|primary school|school|college|uni|university|lockdown|grad school|prison|the army|the camp)"
        r"|at (?:age |the age of )?(?:1[0-9]|2[0-9]|3[0-9]|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty\w*|thirteen)"
        r"|(?:decades?|a lifetime|ages|donkeys years) ago|when (?:my|our) \w+ was (?:born|a baby|little)|in remission|long past|long over|long gone"
        r"|in (?:my|the) (?:eighties|nineties|sixties|seventies)|before (?:i met|the meds|treatment|i got help|i came here|i moved)|in a former life|i once|once upon"
    ),
    still=(
        r"still|again|lately|currently|tonight|right now|at the moment|recently|these days"
        r"|nowadays|keeps?|once more|ever since|since then|today|this (?:week|morning|evening)"
    ),
    past_form=(
        r"used to|was|were|wanted|tried|thought|felt|had|did|would|overdosed|took|attempted|wished|jumped|stood"
        r"|harmed|harming|cut|hit|beat|raped|strangled|choked|abused|threatened|hurt|slapped|punched|intended"
        r"|kicked|beaten|suicidal|wasnt|didnt|planned|swallowed|locked|began|started|went|self harmed|touched|survived"
    ),
    another=rf"(?:{RELATIVE})s?|he|she|they|hes|shes|theyre|theyve|hed|shed|theyd|him|who|hell|shell|kids|children|himself|herself",
    oneself=r"i|im|ive|id|ill|me|my|myself|we|our|us",
    figure=r"drag queen|bath bomb",
)

THING = (
    r"it|its|that|this|which|what|news|grief|sadness|anxiety|panic|depression|wave|waves|loss|truth"
    r"|memory|memories|reality|realisation|realization|everything|words|heat|deadline|work|job|exam|stairs|hunger|shame"
)

# «I wanted to die when my skirt fell down»: of shame, heat, boredom, laughter.
MORTIFIED = ways(
    r"""
    (embarrass*|mortif*|cring*|blush*|awkward (silence|moment|hug)|bored|boredom|boring|sunburn*|hangover|hungover|spicy|too hot|heatwave)
    (cramps?|leg day|squats|marathon|spin class|parents evening|karaoke|reply all|replied all|wrong (group|chat|person|number|window)|clinical supervisor)
    (teacher|boss|everyone|whole (class|office|bus|room|team|carriage)) (saw|heard|laughed)
    (fell over|tripped|skirt|zip|flies|fart*|dropped my tray|called (him|her|the teacher) mum|on mute|unmuted|camera was on|voice note)
    (so|too|really|bloody|hilarious*) (funny|cute|adorable|yummy|delicious)
    made me laugh
    expression
    """
)
# «If I hear that song once more I'll throw myself off the roof.»
ONE_MORE = ways(
    r"""
    if (i|we) (have to|hear|see|get|read|do|forget|must) ~9 (one more|once more|another|again)
    (one more|another) (time|page|person|email|meeting|essay|past paper|deadline|spreadsheet|zoom|patient|shift|song|christmas song|word|worksheet|nappy|form|quiz) ~6 (and|im|i)
    if ~4 (crashes|gives us|makes us|asks me|says|plays|sings|snores|chews|bottle|bottles|lose|loses) ~6 (again|another|one more|it|to)
    every deadline
    """
)
TASK = ways(
    r"""
    (job|work|works|working|commut*|diet*|home ?work|worksheets?|exercises?|diary|exams?|courses?|essays?|thesis|project|rota|shifts?|spreadsheets?)
    (therapy|sessions?|counselling|appointments?|dating|apps?|traffic|meetings?|weather|heat|winter|training|marathon|running|gym|revision|studying|uni|school run|deadlines?)
    (boss|manager|customers?|clients|team|office|landlord|flatmates?|neighbours?|renovation*|builders|paperwork|emails?|admin|tax return|commute|trains?|bus|bills|budget)
    (marriage|relationship|long distance|in laws|custody|divorce|him|her|my (husband|wife|ex|boyfriend|girlfriend|partner|mother in law)|psychologist|therapist|counsellor|dr)
    (nightshifts?|nights|night feeds?|potty|sleep training|toddler|teething|nappies|homeschool*|lockdown|smoking|drinking|gambling|vaping|sugar|caffeine|keto|fasting|zoom|teams|phone|laptop|wifi|internet|car|boiler|kitchen)
    (arsenal|spurs|football|matlab|league|season|match|thanks|worksheet|questions|nodding|silence|couch)
    """
)
# Somebody learns, teaches, nurses, performs.
SUBJECT = ways(
    r"""
    (course|training|lecture|essay|seminar|textbook|workshop|exam|examiner|osce|dissertation|thesis|module|cpd|policy|leaflet|poster|campaign|charity|fundrais*)
    (prevention|awareness|statistics|documentary|article|podcast|research|placement|volunteer*|first aid|helpline shifts?|charity run|study on|curriculum|webinar|conference|protocol|assessment station|risk assessment)
    suicide (squad|bomb*|mission|watch|silence|doors?|station)
    (career|political|social|commercial|financial) suicide
    (film|movie|book|novel|series|episode|song|play|opera|character|rehears*|theatrical|matin*|my piece|exhibition)
    """
)
AT_WORK = ways(
    r"""
    (a|my|our|the|one) (patient|resident|service user|caller|client of mine|student of mine)
    patient
    (in|on) (bay|bed|cubicle) \w+
    (a and e|aande|extubated|theatre list|on call|the nurse)
    """
)
# Accidents and games
ACCIDENT_AFTER = ways(
    r"""
    (some slack|off from|off|short|shaving|cooking|chopping|slicing|gardening|in the (foot|finger|thumb)|out to dry|a (break|favour|sandwich|slice|coffee))
    on (the|a|some) (stove|oven|iron|kettle|pan|glass|paper|grill|tray|tin|steriliser|hob|bbq|duct|door)
    (on paper|playing|skiing|running|training|lifting|exercising|jogging|dancing|cycling|by accident|accidentally)
    at (the )?(gym|football|training|practice|basketball|soccer|netball|yoga|work on the)
    (while|when) (cooking|shaving|chopping|running|playing|skiing|i fell|slicing)
    (with (the |a )?(hot ?pot|iron|kettle|oven|tea|coffee|toast|straighteners|glue gun|tin|can opener|cheese grater|bread knife while))
    from the plane
    by the red cabbage
    """
)
NOT_BEATEN = (
    r"\s*(?:twice |again |three times |yesterday )?(?:at everything|at it|to (?:it|the punch|the door)|by (?:two|one|three|a (?:point|second|goal|mile))"
    r"|in (?:the (?:race|final|election|quiz)|a race|every game)"
    r"|(?:at|in|on) (?!front|the (?:head|face|street|car|kitchen|bath|body|back|legs|bed|stairs|hall)|night|home|my|public|a rage|anger|his|her|our|bed)\w+)\b"
)
JOKING = (
    r"\b(?:(?:ha){2,}h?|(?:ja){2,}\w*|lo+l|lolz|lmf?ao+|rofl|jk|joking|kidding|not literally|figuratively|so dramatic|being dramatic|drama queen|xd|its a joke"
    r"|im fine|joke|joked|figure of speech|so to speak|as the kids say|as they say)\b"
)
URGENT = r"\b(?:tonight|right now|this minute|as i type|just now|just did it|this very|any minute|before morning|in an hour|bleeding|so deep|too deep|its deep|is deep|deep this time|stitches|wont stop|blood|an hour ago|minutes ago|as we speak|already)\b"
