"""The words that say what a message is about: plain lists to be read, added to and crossed out.

Each entry is looked for as whole words in one clause of a message, without case, accents and
apostrophes: «she's» is «shes». Where up to two words may stand between, it says so.
"""

from dataclasses import dataclass

_FEW = r"(?:\w+ ){0,2}"
_PSYCHOLOGIST = r"(?:psycholog\w*|psycolog\w*|psych|psychs|th?er?apists?|therapeut|counsell?ors?|shrinks?|doctors?|doc|dr)"
_NOW = rf"(?<!previous )(?<!old )(?<!last )(?<!ex )(?<!former )(?<!first ){_PSYCHOLOGIST}"
_NEG = r"(?:doesnt|dosnt|dosent|does not|dont|do not|didnt|did not|isnt|is not|wasnt|was not|wont|never|not|hardly|barely|no longer)"
_THEY = rf"(?:she|he|they|you|{_NOW}|dr \w+)"
_THEY_ARE = rf"(?:shes|hes|theyre|youre|{_THEY} (?:is|are|was|were|seems|seemed|can be|looks|looked|comes across|came across|always|gets|got|sounds|sounded|feels|felt))"
_THEM = rf"(?:her|him|them|(?:my|the|this|that) {_PSYCHOLOGIST}|dr \w+)"
_THEIR = r"(?:her|his|their|the)"
_SOMEBODY = r"(?:somebody|someone|some one|anybody|anyone)"
_THERAPY = r"(?:therapy|treatment|counsell?ing|sessions?|appointments|service|practice)"
_RELATIVE = (
    r"(?:husband|hubby|wife|partner|boyfriend|bf|girlfriend|gf|fiancee?|spouse|mum|mums|mom|moms|mam|mother|dad|dads"
    r"|father|parents?|sisters?|brothers?|sons?|daughters?|kids?|child|children|uncle|aunty?|auntie|gran|nan|grandma"
    r"|grandfather|grandmother|cousin|in laws|family|boss|colleagues?|coworkers?|friends?|mates?|ex|stepdad|stepmum"
    r"|neighbou?rs?|landlord|teacher|flatmate|housemate|roommate|employer)"
)

# Who is spoken of. A psychologist of earlier is somebody else.
SOMEBODY_ELSE = (
    rf"{_RELATIVE}",
    rf"(?:last|previous|old|ex|former|first) {_PSYCHOLOGIST}",
    rf"{_PSYCHOLOGIST} (?:i had )?before",
)
THE_PSYCHOLOGIST = (_PSYCHOLOGIST, rf"in (?:the |our |my )?{_THERAPY}", r"dr \w+")
THERAPY = (_PSYCHOLOGIST, _THERAPY, r"(?:in|out of|leave|left) (?:here|there)", r"every time i (?:leave|come|go|see)",
           r"when i (?:leave|see (?:her|him))", r"homework", r"walk(?:ed)? out")  # fmt: skip

# What denies the words after it, and what denies even a denial («not that she doesn't listen»).
DENIES = rf"\b(?:{_NEG}|arent|werent|havent|hasnt|without|far from|nothing|neither|nor|no) {_FEW}$"
DENIES_DENIAL = (
    r"\b(?:not that|isnt that|wasnt that|not (?:like|as if|because|saying)|(?:didnt|dont|wouldnt|cant) (?:say|think|mean|believe|feel)"
    r"|never (?:said|say|felt|thought)|not (?:true|so)|no way|worried that|used to (?:think|feel))(?: \w+){0,3} $"
)
BEGINS_WITH_DENIAL = (
    rf"(?:{_THEY} {_FEW})?(?:i )?(?:{_NEG}|cant|cannot|no|nothing|nobody|hard|difficult|waste)\b"
)


@dataclass(frozen=True)
class Signs:
    """Words of one label.

    `certain` say it by themselves; `unless_somebody_else` say it where nobody else is spoken of;
    `about_therapy` only where sessions or the psychologist are named as well.
    """

    certain: tuple[str, ...] = ()
    unless_somebody_else: tuple[str, ...] = ()
    about_therapy: tuple[str, ...] = ()
    counts_denied: bool = False  # «I didn't do my homework» is about homework all the same


CONDUCT = Signs(
    certain=(
        rf"(?:told|rang|called|phoned|contacted|emailed|texted|spoke to|talked to) my {_RELATIVE} {_FEW}without",
        r"(?:breach\w*|broke|break\w*|violat\w*) (?:my |of )?(?:confidentiality|privacy|confidence)",
        r"(?:my )?(?:notes|records|file|details) (?:were|was|got|have been|has been|ended up) (?:sent|given|shared|shown|read|passed|with)",
        r"(?:told|telling|tells) (?:me about )?(?:other|another|a different) (?:clients?|patients?)",
        r"(?:charged|billed|invoiced) (?:me )?(?:for )?(?:\w+ ){0,4}(?:didnt|did not|never|not) (?:happen\w*|took place|take place|have|had|attend\w*)",
        rf"{_NOW} (?:\w+ ){{0,2}}(?:touched|hugged|kissed|groped|stroked|flirts?|flirted|threatened|shouted|yelled|screamed|swore|insulted|lied)",
        r"(?:racist|sexist|homophobic|transphobic|antisemitic|ableist) (?:remarks?|comments?|jokes?|thing) (?:in|during) (?:the |our |my )?session",
    ),
    unless_somebody_else=(
        r"(?:touch|touched|touching|touches|stroked|stroking|rubbed|grabbed|groped|squeezed|kissed|kissing) (?:me|my)",
        r"(?:hand|hands|arm) (?:on|round|around) (?:my|me)",
        r"hug(?:s|ged) me", r"held my hand",
        r"(?:flirts?|flirted|flirting) with me", r"(?:came|coming|comes) on to me", r"(?:hit|hitting|hits) on me", r"asked me out",
        r"made a pass at me", r"(?:stay|sleep|come round|come over) (?:at|to) (?:mine|my (?:place|house|flat))", r"(?:posted|wrote|tweeted|gossip\w*) (?:\w+ )?about me", r"fanc(?:y|ies|ied) me", r"(?:felt|feels|was|is|sounded|something|bit) sexual",
        r"sexual (?:remarks?|comments?|jokes?|questions?|thing|advances?)",
        r"(?:remarks?|comments?|commented|commenting|said something|joked|jokes|stares?|staring|stared) (?:\w+ ){0,2}(?:on|about|at) my (?:body|looks|chest|breasts?|boobs|legs|figure|weight|skirt|appearance|clothes)",
        r"(?:in love with|attracted to|feelings for|fancies|fancied) me",
        r"without (?:asking me|my (?:permission|consent|knowledge|ok|say so)|me knowing)",
        r"shared? (?:my|what i) (?:\w+ ){0,3}(?:with|to|on)", r"talk\w* about me (?:to|with|in front of)",
        r"(?:mock\w*|laugh\w* at|made fun of|makes fun of|sneer\w* at|joke\w* about|insult\w*) (?:me for )?my (?:religion|faith|accent|skin|race|culture|country|disability|gender|weight|sexuality|hijab|wheelchair|english)",
        r"(?:misgender\w*|deadnam\w*)", r"(?:racist|sexist|homophobic|transphobic|antisemitic|ableist|bigot\w*)",
        r"(?:people|women|men|blacks|asians|gays|muslims) like (?:you|me) are",
        r"threaten\w* (?:me|to (?:report|tell|stop|drop|charge|call|discharge|have me))",
        r"(?:raised|raises|raising) (?:his|her|their) voice",
        r"(?:shouted|shouts|shouting|yelled|yells|yelling|screamed|swore|snapped) at me",
        r"call(?:ed|s|ing) me (?:a |an )?(?:\w+ )?(?:liar|stupid|lazy|idiot|crazy|mad|names|fat|pathetic|disgusting|slut|drama queen|hysterical|attention seek\w*|manipulative)",
        r"(?:asked|asks|asking|wants?|wanted|pressed|pressured) me (?:for|to) (?:\w+ ){0,3}(?:loan|money|cash|lend|invest|favou?rs?)",
        r"borrow(?:ed|s|ing)? (?:\w+ ){0,2}money", r"cash in hand", r"(?:pay|paying|paid) (?:him|her|them) (?:in cash|directly|privately|off the books)",
        r"(?:selling|sell|sells|sold) me (?:\w+ ){0,2}(?:course|supplements|book|oils|products?|insurance)",
        r"(?:meet|meeting|see|seeing|continue|session|dinner|drinks?|coffee|date) (?:\w+ ){0,4}(?:outside (?:of )?(?:the )?(?:sessions?|work|practice|office|therapy|hours)|at (?:his|her|their) (?:flat|house|home|place|apartment))",
        r"(?:texts?|texted|messages?|messaged|dms?|dmed|calls?|rings?) me (?:\w+ ){0,2}(?:late|at night|at midnight|on (?:instagram|insta|facebook|whatsapp|snapchat|tinder))",
        r"(?:added|follows|followed|friended) me on (?:instagram|insta|facebook|snapchat|tiktok|linkedin|whatsapp)",
        r"(?:smell\w*|smelt|reek\w*|stank) (?:\w+ ){0,2}of (?:alcohol|drink|booze|wine|weed|beer|whisky)",
        rf"(?:{_THEY_ARE}|{_THEY} (?:turned|showed) up) (?:\w+ )?(?:drunk|high|stoned|pissed)",
        r"crossed (?:a|the) line", r"(?:behaved|acted|was|is) (?:very |really |so )?(?:inappropriate\w*|unprofessional\w*|unethical\w*|creepy|abusive)",
        r"inappropriate (?:with|towards?|remarks?|comments?|things?|questions?)", r"(?:lied|lying) (?:to me )?about (?:his|her|their) (?:qualifications?|licen[cs]e|training)",
    ),
    about_therapy=(
        rf"(?:told|rang|called|phoned|contacted|emailed|spoke to) my {_RELATIVE}", r"recorded (?:me|us|it|the session)",
        r"made me feel unsafe", r"creep\w* (?:me )?(?:out)?", r"complaint", r"complain about",
    ),
)  # fmt: skip

CHANGE_REQUEST = Signs(
    certain=(
        rf"(?:another|an other|a different|a new|different|(?:want|need|have|get|like|please|to) other) {_PSYCHOLOGIST}",
        rf"(?:female|male|woman|women|man|lady|older|younger|black|muslim|gay|queer) {_PSYCHOLOGIST}",
        rf"(?:change|changing|switch|switching|swap|swapping|replace|replacing) (?:to |my |the |from )*{_PSYCHOLOGIST}",
        rf"(?:change|switch|swap|move|transfer|refer)\w* (?:me )?(?:over )?to {_SOMEBODY}", r"(?:change|switch|swap) (?:who i (?:see|talk to)|the person i see)",
        rf"(?:see|have|get|try|talk to|speak to|speak with|work with|want|prefer|go to|find|need|ask for|asking for) (?:me )?{_SOMEBODY} (?:else|different|new|other|who (?:gets|knows|understands|speaks))",
        rf"{_SOMEBODY} else (?:at|in|from|for) (?:the|your|my) (?:practice|clinic|team|sessions?)", rf"{_SOMEBODY} with (?:more )?experience",
        rf"(?:go|going) back to (?:the |my )?(?:old |previous |former |last )?{_PSYCHOLOGIST}",
        rf"(?:stop|stopping|quit|quitting|end|ending|finish|finishing|leave|leaving|drop|dropping out of|give up|giving up|pack in|jack in|discontinue|terminate|pause|break from|done with|out of|finished with|no more) (?:on )?(?:my |the |with |this |all )*{_THERAPY}",
        rf"(?:stop|stopping|quit) (?:seeing|working with|coming to|going to|with) {_THEM}",
        rf"(?:dont|do not|no longer|not|wont|didnt|never) (?:\w+ ){{0,2}}(?:want|wish|wanna|like|going|coming|planning)? ?(?:to )?(?:see|continue|carry on|keep seeing|keep going|work|come back|coming back|go back|going back)(?: working| seeing)? (?:to |with )?(?:{_THEM}|{_THERAPY}|you)",
        rf"(?:instead of|not with|rather than|other than) {_THEM}", rf"{_SOMEBODY} else (?:\w+ ){{0,3}}(?:talk|see|speak|work|available)", rf"(?:end|ending|finish|finishing) (?:things|it) with (?:my |the )?{_PSYCHOLOGIST}",
        r"no more (?:sessions|appointments|therapy)", r"not (?:\w+ ){0,3}(?:book|come|have|want) (?:\w+ )?(?:anymore|any further) (?:sessions|appointments)", r"^i (?:just )?want out$",
        r"second opinion", rf"(?:wrong|not (?:the )?right|isnt right|isnt the right|not a good|not the best|no good) (?:{_PSYCHOLOGIST}|person|fit|match)",
        rf"(?:matched|paired|put|placed) with (?:another|a different|{_SOMEBODY}|a new)",
        rf"(?:dont|do not) (?:think |want )?(?:\w+ )?(?:{_PSYCHOLOGIST}|dr \w+) (?:is|to be) (?:right|the one|my {_PSYCHOLOGIST})",
    ),
    unless_somebody_else=(
        r"(?:not|isnt|arent|wasnt) (?:\w+ ){0,3}(?:good |great |right )?(?:fit|match)(?: for me)?",
        r"(?:not|never|wont be) (?:going|coming) back(?: there| to (?:her|him|them))?",
        r"(?:want|like|id like|decided|thinking|need|going) (?:\w+ ){0,2}(?:stop|quit|finish) (?:seeing|with|going to|coming to) (?:her|him|them)",
        r"(?:done|finished|through) with (?:her|him|them)", r"(?:dont|do not|never) want (?:to )?(?:see|talk to|speak to|have) (?:her|him|them) (?:again|anymore|no more|any longer)",
        r"(?:stop|end|quit|cancel) everything (?:with|at) (?:you|the practice)", r"(?:time to|want to|would like to) move on (?:from|to) (?:her|him|them|somebody|someone)",
        rf"{_SOMEBODY} (?:else|different|new) (?:please|instead|available|free|to talk to)",
    ),
    about_therapy=(r"(?:end|ending|finish|finishing|stop) (?:things|it|this) (?:with|here)", r"(?:stop|quit|give up|take a break|leave|end it|cancel (?:all|everything|the rest))", r"(?:somebody|someone) (?:else|different|new)", r"change (?:person|people)"),
)  # fmt: skip

# Any of these beside the psychologist or the sessions: enough to ask, not enough to know.
_TROUBLE = (
    r"(?:argu\w*|row|rows|fight\w*|clash\w*|annoy\w*|irritat\w*|intimidat\w*|awkward|uneasy|afraid|scared|scary|nervous|hurt|hurts|hurtful|upset\w*"
    r"|cry|crying|cried|angry|anger|furious|hate|worse|worst|awful|terrible|horrible|rubbish|crap|shit|bad|sad|ashamed|embarrass\w*|humiliat\w*|shame|guilty"
    r"|disappoint\w*|frustrat\w*|unfair|disrespect\w*|useless|wrong|weird|strange|off|made up (?:his|her|their) mind|brick wall|against me|blam\w*|judg\w*"
    r"|pressur\w*|too much|ignor\w*|misunderst\w*|doubts?|regret|betray\w*|unsafe|dread\w*|avoid\w*|hid(?:e|ing)|sick of|fed up|not believ\w*|not helping)"
)
_FEEL = r"(?:feel|feels|feeling|felt|leave|leaves|left|made me|makes me|come out|came out|come away|came away|was|were|being|am|im|get|got)"
_CARE = (
    r"(?:listen\w*|lisen\w*|hear me|heard me|hear what|get me|gets me|get it|gets it|understand\w*|understood|take me serious\w*|takes me serious\w*"
    r"|took me serious\w*|care|cares|cared|believe me|believes me|believed me|remember\w*|look at me|looks at me|see me|ask me|asks me"
    r"|pay attention|paying attention|respect\w*|challenge me|challenges me|let me (?:talk|speak|finish)|lets me (?:talk|speak|finish))"
)

RELATIONSHIP_CONCERN = Signs(
    certain=(
        rf"{_NOW} (?:\w+ ){{0,3}}{_NEG} (?:\w+ ){{0,2}}{_CARE}",
        rf"(?:dont|do not|didnt|cant stand|hate|dislike|not keen on) (?:\w+ )?(?:like |trust )?(?:my|this|the) {_PSYCHOLOGIST}",
        r"(?:not|isnt|arent|wasnt|dont think|never|no) (?:\w+ ){0,4}(?:getting|going) (?:anywhere|any where)",
        rf"(?:{_THERAPY}|this|it) (?:\w+ ){{0,2}}(?:isnt|is not|not|doesnt|wasnt|aint|never) (?:\w+ )?(?:work(?:ing)? for me|help(?:ing|ed|s)? me|doing (?:anything|much|me any good))",
        rf"{_THERAPY} (?:\w+ ){{0,2}}(?:isnt|is not|not|doesnt|arent|dont|wasnt|aint|never) (?:\w+ ){{0,2}}(?:work\w*|help\w*|useful|any use|worth\w*|what i)",
        rf"(?:point (?:of|in)|waste (?:of|my)|wasting|sick of|dread\w*|fed up (?:with|of)|tired of|bored (?:with|of)|hate|lost faith in|given up on) (?:\w+ ){{0,4}}(?:{_THERAPY}|coming|{_PSYCHOLOGIST})",
        rf"^(?:\w+ ){{0,2}}{_THERAPY} (?:\w+ ){{0,3}}(?:waste|pointless|useless|going nowhere|worse|same (?:old )?thing|too fast|too slow|all about (?:her|him))",
        rf"(?:cancelling|skipping|avoiding) (?:\w+ ){{0,2}}because (?:\w+ ){{0,5}}(?:her|him|them|{_PSYCHOLOGIST})",
        rf"{_NOW} (?:\w+ ){{0,8}}{_TROUBLE}", rf"{_TROUBLE} (?:\w+ ){{0,5}}{_NOW}", rf"(?:in|after|before|since|during|leave|left|out of) (?:\w+ )?(?:{_THERAPY}|there) (?:\w+ ){{0,5}}{_TROUBLE}",
        rf"(?:brick wall|{_TROUBLE}) (?:\w+ ){{0,3}}(?:in|after|before|since|during) (?:\w+ )?(?:{_THERAPY}|there)", rf"{_THERAPY} (?:\w+ ){{0,2}}(?:makes?|made|making|leaves?|left) me {_FEW}{_TROUBLE}",
        r"thanks for nothing", rf"(?:problem|issue|trouble|bad feeling|not happy|unhappy|uncomfortable|disappointed|upset|angry|annoyed|frustrated|pissed off|cross|wrong|off|fed up|had enough) (?:\w+ )?(?:with|about|at|by|of) (?:my|the|this) {_PSYCHOLOGIST}",
    ),
    unless_somebody_else=(
        rf"{_THEY} (?:\w+ ){{0,2}}{_NEG} (?:\w+ ){{0,2}}{_CARE}",
        rf"(?:dont|do not|not sure|doubt) (?:\w+ ){{0,3}}{_THEY} (?:\w+ )?(?:likes?|cares?|believes?|understands?|gets?|listens?|respects?|wants?|takes?|hears?) (?:me|what|to)",
        r"(?:not|never|dont feel|do not feel|didnt feel|dont) (?:\w+ )?(?:feel |felt |being |really )?(?:heard|listened to|listened|taken serious\w*|understood|respected|seen|believed|helped|welcome)",
        rf"{_FEEL} (?:\w+ ){{0,4}}(?:judged|judge|dismissed|unheard|patroni[sz]ed|talked down to|spoken down to|belittled|lectured|told off|brushed off|fobbed off|misunderstood|rushed|not heard|unwelcome|criticised|criticized|disrespected)",
        rf"{_FEEL} (?:\w+ ){{0,2}}like (?:\w+ ){{0,3}}(?:number|burden|nuisance|case|naughty (?:child|kid|schoolboy|schoolgirl)|idiot|specimen|bother|wasting (?:her|his|their) time)",
        r"(?:dont|do not|cant|cannot|couldnt|not sure i|not sure if i|hard to|difficult to|struggle to|stopped|lost|no) (?:\w+ ){0,2}trust (?:in )?(?:her|him|them|you)",
        r"(?:cant|cannot|couldnt|hard to|difficult to|not able to|unable to|scared to|afraid to|too ashamed to|dont feel (?:safe|able)|dont dare) (?:\w+ ){0,2}(?:be (?:honest|open|myself|real)|open up|tell (?:her|him) (?:\w+ )?(?:truth|everything|things?|how|that|what)|talk to (?:her|him)|say (?:it|that|this) to (?:her|him))",
        r"(?:lie|lied|lying|pretend\w*|faking|fake it|act|put on a (?:show|face)) (?:\w+ ){0,4}(?:to|with|for) (?:her|him)", r"what (?:she|he) wants to hear",
        r"say (?:im|i am|its|that im) (?:fine|ok|okay|good) (?:\w+ ){0,4}(?:not|isnt|because|when)",
        rf"{_THEY} (?:\w+ ){{0,3}}(?:interrupt\w*|talks? over me|talking over me|cuts? me off|cutting me off|yawn\w*|fell asleep|falls asleep|nod\w* off|nearly asleep|rushes me|rushed me|rolled (?:his|her|their) eyes|laughed at me|judges? me|judging me|lectures? me|pushes me|pushed me|pressures? me|ignores? me|ignored me|dismiss\w*|patroni[sz]\w*|forgets? (?:my|what|everything|who)|forgot (?:my|what|everything|who)|talks? (?:\w+ )?(?:about|of) (?:himself|herself|themselves|his own|her own)|tells? me what to (?:do|think|feel))",
        rf"(?:look\w*|check\w*|star\w*|glanc\w*|watch\w*|typ\w*) (?:\w+ ){{0,3}}(?:{_THEIR}|a) (?:clock|watch|phone|mobile|screen|laptop|computer|time)",
        rf"{_THEY_ARE} (?:\w+ ){{0,3}}(?:judg\w*|patroni[sz]ing|cold|dismissive|condescending|distracted|rude|bored|harsh|pushy|distant|impatient|irritated|annoyed with me|disinterested|uninterested|somewhere else|miles away|elsewhere|not interested|tired of me|sarcastic|snappy|late)",
        r"(?:dont|do not|didnt|cant|just dont|never) (?:\w+ )?(?:click\w*|connect\w*|gel|get on|get along|vibe|warm to)(?: with)?(?: (?:her|him|them|my|each other|dr)\b)?",
        r"(?:no|zero|lack of) (?:connection|chemistry|rapport|progress|improvement)",
        r"(?:going|go|goes|went|run|running) (?:round|around) (?:and round )?in circles", r"getting (?:me )?nowhere",
        r"nothing (?:has |is |ever |really )*(?:changed|changes|changing|improved|gets better|getting better|working)",
        r"(?:afraid|scared|nervous|frightened|terrified|anxious|worried) (?:\w+ ){0,2}(?:of |about |to |how )?(?:\w+ ){0,2}(?:her|his|him|shell|hell|she|he|dr) (?:\w+ )?(?:react\w*|anger|angry|mad|answer|session|judg\w*|think|disappointed|upset|cross|again)",
        r"(?:cant|cannot|couldnt) face (?:her|him|another session|going)",
        r"(?:dont|do not|didnt|hate|not keen on|dislike) (?:\w+ ){0,2}(?:like )?(?:her|his|the|their) (?:way|approach|style|method|methods|manner|tone|attitude|questions|comments?)",
        r"(?:i )?(?:dont|do not|didnt) (?:really )?like (?:her|him)(?: (?:anymore|much|at all))?$",
        r"(?:hurt|hurtful|upset|upsetting|bothered|bothers|offended|stung|stings) (?:\w+ ){0,3}(?:what|when|that|how) (?:she|he|dr)", r"(?:what|thing|something|things) (?:she|he|dr \w+) said (?:\w+ ){0,5}(?:hurt\w*|upset\w*|bother\w*|stung|stuck|wrong|offen\w*|harsh|unfair|playing|rattled)",
        r"(?:her|his) (?:tone|comment|comments|remark|words|reaction|face) (?:\w+ ){0,2}(?:hurt|upset|bother\w*|stung|got to me|put me off|made me)",
        r"(?:want|wants|wanted) (?:\w+ )?different things", r"not (?:sure|convinced) (?:if |that )?(?:its|it is|this is|im|its really) (?:\w+ )?(?:help\w*|work\w*|for me|any good)",
        r"(?:like )?talk\w* to (?:a|the) (?:brick )?wall", r"too much for (?:her|him)", r"(?:annoy|upset|bother|anger|disappoint)(?:ing)? (?:her|him)$", rf"(?:find|found) (?:her|him) (?:\w+ )?{_TROUBLE}",
        rf"{_THEY_ARE} (?:\w+ ){{0,2}}(?:more interested|not believing|not listening|not hearing|against me|not there)", r"(?:nod|stare|look|grunt) at me", r"not what i (?:\w+ ){0,2}(?:asked|came|wanted|need|needed|signed up|expected)",
        r"(?:dont|do not|cant) see how (?:\w+ ){0,5}(?:help\w*|to do with)", r"(?:she|he) (?:only|just|keeps|always) (?:\w+ ){0,2}(?:nods?|nodding|asks? how|gives? me (?:worksheets|homework|handouts)|bring\w* (?:it|everything) back|going on about|talks)",
        r"(?:always|keeps|kept|constantly|again) (?:cancel\w*|moving|moves|rescheduling) on me", r"(?:gets?|got|getting) my name wrong", r"wrong name", r"walking on eggshells",
        r"something (?:is |isnt |isn |feels |felt |not |just )*(?:off|wrong|right) (?:with|between|about) (?:us|her|him|me and)",
    ),
    about_therapy=(
        rf"{_FEEL} (?:\w+ ){{0,4}}(?:small|stupid|worse|ashamed|uncomfortable|awkward|pressured|pushed|let down|invisible|ignored|empty|angry|drained|on edge|alone|confused|unsafe|hurt|blamed|attacked|shit|crap|rubbish|tiny|dumb|silly|nervous)",
        r"(?:isnt|is not|not|doesnt|arent|dont|never|stopped) (?:\w+ ){0,3}(?:working|work|helping|help|useful|worth it|for me|suit me|safe)",
        r"(?:pointless|useless|hopeless|a joke|waste of (?:my )?(?:time|money)|one sided|too fast|too slow|superficial)", r"(?:same (?:old )?(?:thing|stuff|questions))", r"nothing to do with my",
        r"(?:cry|crying|cried|shaking|dread\w*|sick) (?:\w+ ){0,4}(?:before|after|afterwards|going|every time|in the car)",
        r"(?:concern|concerned|worried|unsure|doubts?|not sure) about (?:my|the|this|our|how)", r"(?:not|isnt) (?:\w+ )?(?:happy|comfortable|at ease|sure|right)",
        r"takes? (?:my \w+ )?side", r"sides with", r"fell out", r"argu(?:ed|ment)", r"row with",
    ),
)  # fmt: skip

_VISIT = r"(?:appointments?|appt|apt|appoinment|apointment|sessions?|bookings?|slots?|visits?|times?|next one)"
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"

LOGISTICS = Signs(
    counts_denied=True,
    certain=(
        rf"(?:book|cancel|move|reschedul|re schedul|rebook|chang|shift|push|bring|postpon|swap|miss|confirm|mak|schedul|arrang|forgot|delay|keep)\w* (?:\w+ ){{0,4}}{_VISIT}",
        rf"{_VISIT} (?:\w+ ){{0,4}}(?:cancel\w*|moved|rescheduled|changed|booked|confirmed|{_DAY}|today|tomorrow|next week|online|by (?:phone|video|zoom))",
        r"(?:running|be|am|im|little|bit|going to be|gonna be|\d+ (?:min\w*|m)|minutes?|mins?) (?:\w+ ){0,3}late", r"late (?:today|tonight|for (?:the |my |our )?(?:session|appointment|appt))",
        r"(?:cant|cannot|wont|not able to|unable to|not going to|cant be) (?:be able to )?(?:make|come|do|attend|get there|be there)(?: (?:it|in|to|today|tomorrow|this|next|on|at|then|the|my|" + _DAY + r")|$)",
        r"(?:ring|call|phone|email) me (?:back|re|about|tomorrow|today|please|on)", r"(?:push|move|shift|change) it (?:to|back|by|forward)", r"parking", r"(?:gonna|going to|gunna) be (?:\w+ )?late", r"bring anything", r"stuck (?:in|on|at) (?:\w+ )?(?:traffic|train|bus|tube|work|motorway|freeway|m\d+)", r"(?:train|bus|tram|flight) (?:is |was |got |has been )*(?:late|delayed|cancelled)", r"(?:no|cant find|where to) (?:\w+ )?park(?:ing)?", r"where (?:\w+ ){0,2}park",
        r"(?:invoice|receipt|rebate|medicare|copay|co pay|insurance|insurer|refund|payments?|fees?|price|prices|cost|costs|superbill|sliding scale|deposit|direct debit|bank details|bupa|claim|bulk bill\w*|gap fee|discount|voucher|concession)", r"(?:do i|what i|i still) owe", r"how much (?:\w+ ){0,4}(?:session|appointment|cost|charge|pay|owe|is it)", r"(?:to|i|can i|can you|have i|already|havent|didnt) pa(?:y|id)\b", r"bill (?:for|from|was|is|me)",
        r"(?:what|whats|your|the|new|my|send me the) (?:\w+ ){0,2}(?:address|postcode|phone number|mobile number|email address)", r"(?:directions|which (?:room|floor|door)|buzzer|door code|wheelchair|waiting room|waiting list|wait list|waitlist)", r"where (?:are you|do i go|is (?:the|your) (?:clinic|practice|office|room))",
        r"(?:zoom|video|teams|meet|telehealth|session|meeting|the|my) link", r"link (?:\w+ ){0,3}(?:work\w*|again|expired|for)", r"(?:by|on|via|over) (?:zoom|video|teams|telehealth|phone) ?(?:instead|please|this|next|today|tomorrow)?",
        r"(?:are you|is the (?:practice|clinic|office)) (?:open|closed|shut)", r"opening (?:hours|times)", r"(?:when|what time|what day|which day|where|at what time) (?:is|s|are|was|do i|am i|does) (?:\w+ ){0,4}(?:next|session|appointment|appt|start|see|in|on|it|time)",
        r"whens (?:\w+ ){0,2}(?:next|session|appointment|appt)", r"(?:referral|gp letter|sick note|medical certificate|certificate|care plan|fit note|letter for (?:my )?(?:work|school|employer|uni))",
        rf"(?:{_DAY}|tomorrow|today|tonight|next week|the \d+\w*|\d+(?:am|pm)?) (?:\w+ )?(?:instead|works|suits|is fine|would be (?:fine|good|ok|better)|ok|okay|free|available|possible)", rf"(?:do you have|have you got|is there|got|any|anything|something) (?:\w+ ){{0,4}}(?:{_DAY}|earlier|later|free|available|evening|morning|afternoon|slots?|openings?|appointments?)",
        rf"(?:come|see you|be there) (?:\w+ ){{0,2}}(?:{_DAY}|at \d+|next week|tomorrow|instead)", r"(?:have|got) (?:\w+ ){0,2}(?:covid|a fever|the flu|flu|a temperature|gastro|a migraine|a cold)", r"(?:sick|unwell|poorly|ill) (?:\w+ ){0,2}(?:today|tomorrow|cancel|so)", r"(?:appt|appointment)s?",
        r"(?:the )?(?:\d+(?:st|nd|rd|th)) (?:of )?\w+ (?:at|works|is)", r"^yes (?:that|thats|it) (?:\w+ )?(?:is )?(?:fine|works|suits)(?: (?:with|for) me)?$",
    ),
)  # fmt: skip

HOMEWORK = Signs(
    counts_denied=True,
    certain=(
        r"(?:home ?works?|hw|worksheets?|work sheets?|assignments?|handouts?|thought (?:records?|logs?|diary|diaries)|(?:mood|sleep|worry|food|gratitude|panic) (?:diary|diaries|logs?|charts?|journal|tracker)|exposure|breathing exercises?|relaxation|mindfulness|body scan|grounding|tracker)",
        r"(?:did|do|doing|done|tried|try|finish\w*|complet\w*|forgot|managed|fill\w*|stuck|practis\w*|practic\w*|read|listened to|understand|struggl\w*) (?:\w+ ){0,5}(?:exercises?|task|diary|journal\w*|form|recording|reading|chapter|steps?|what (?:you|she|he|we) (?:set|gave|agreed))",
        r"(?:practis|practic)(?:ed|ing) (?:\w+ ){0,3}(?:saying|breathing|the|my|it|asking|every)", r"(?:write|wrote|writing) (?:\w+ )?(?:down )?(?:the|my|three|one) (?:\w+ )?(?:worr\w*|thoughts?|good things?|list|letter)",
        r"(?:the|that) (?:exercise|task|diary|letter) (?:\w+ ){0,2}(?:you|she|he|we|from)", r"as we agreed", r"between (?:the )?sessions",
    ),
)  # fmt: skip

TOPIC_BOUNDARY = Signs(
    counts_denied=True,
    certain=(
        r"(?:not|never|arent|dont feel|do not feel|dont think im|isnt|dont know if im) (?:\w+ ){0,2}ready (?:\w+ ){0,2}(?:to|for|yet) ?(?:talk\w*|discuss\w*|speak\w*|go|open|share|say|face|tell|bring|that|it|$)",
        r"(?:dont|do not|didnt|not|never|rather not|prefer not to|prefer that we not|(?:i|we) wont|(?:i|we) will not|cant|cannot|hate) (?:\w+ ){0,3}(?:talk(?:ing)?|speak(?:ing)?|discuss(?:ing)?|go(?:ing)? (?:in ?to|over)|get(?:ting)? into|touch) (?:\w+ ){0,2}(?:about|on|into|over|my|the|that|it|what)",
        r"(?:dont|do not|stop|not) (?:\w+ ){0,2}(?:ask|asking|bring|bringing|mention|mentioning|press|push|pushing) (?:me )?(?:\w+ ){0,2}(?:about|up|on)",
        r"(?:leave|skip|avoid|park|steer clear of|stay away from|keep off|keep away from|drop) (?:\w+ ){0,5}(?:subject|topic|that part|out of it|for later|for now|until|alone|for another)",
        r"off limits", r"no go (?:area|zone|topic)?", r"too (?:raw|painful|soon|early|much|hard) (?:\w+ )?(?:to|for) (?:\w+ )?(?:talk|say|discuss|speak|tell|go)", r"need (?:\w+ )?(?:more )?time before (?:i|we)",
        r"things (?:\w+ ){0,4}(?:wont|dont want to|cant|not ready to|will not) (?:\w+ )?(?:speak|talk|say|tell|discuss)", r"would rather (?:we )?(?:\w+ )?not (?:talk|go|discuss|speak|say)", r"not yet about",
    ),
)  # fmt: skip

POSITIVE = Signs(
    certain=(
        r"(?:thank|thanks|thankyou|thanx|thx|tnx|ta|cheers|grateful|appreciate|appreciated)",
        r"(?:feel|feeling|felt|doing|sleeping|coping|going|eating|been) (?:\w+ ){0,2}(?:better|good|great|well|lighter|calmer|stronger|hopeful|ok|okay|brilliant|happy|happier|understood|heard|safe|listened to|proud)",
        rf"(?:{_THEY}|it|that|session|today|theyre|shes|hes|youre|was|is|been) (?:\w+ )?(?:is |was |are |has been |been )*(?:so |really |very |a |an |the |absolutely |such a )*(?:great|lovely|excellent|brilliant|amazing|wonderful|helpful|fantastic|kind|patient|good|ace|best|legend|star|gem|lifesaver|godsend|really nice)",
        r"help(?:s|ed|ing)? (?:me )?(?:\w+ )?(?:a lot|so much|heaps|loads|lots|already|really|massively)", r"(?:really|actually|so|has|have|its|is|it|that|today|this) (?:\w+ )?help(?:ed|ing|s)(?: me)?", r"proud of", r"(?:made|making|make) (?:\w+ )?progress", r"(?:i )?(?:finally )?managed to",
        r"breakthrough", r"(?:good|great|best|lovely|brilliant) (?:session|chat|talk|week|day)", r"enjoyed", r"(?:happy|glad|pleased|love|loving) (?:\w+ ){0,3}(?:with|working|we|i|therapy|sessions)", r"looking forward", r"best thing", r"gets me", r"couldnt have done it",
    ),
)  # fmt: skip
