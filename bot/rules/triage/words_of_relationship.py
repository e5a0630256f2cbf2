"""The relationship with the psychologist isn't working: not heard, judged, no trust, no progress."""

from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.signs import Signs
from bot.rules.triage.words_of_people import (
    NEG,
    NOW,
    PSYCHOLOGIST,
    THEIR,
    THERAPY,
    THEY,
    THEY_ARE,
)

# Any of these beside the psychologist or the sessions: enough to ask, not enough to know.
TROUBLE = slot(
    r"argu*|row|rows|fight*|clash*|annoy*|irritat*|intimidat*|awkward|uneasy|afraid|scared|scary|nervous|hurt|hurts|hurtful|upset*"
    r"|cry|crying|cried|angry|anger|furious|hate|worse|worst|awful|terrible|horrible|rubbish|crap|shit|bad|sad|ashamed|embarrass*|humiliat*|shame|guilty"
    r"|disappoint*|frustrat*|unfair|disrespect*|useless|wrong|weird|strange|made up (his|her|their) mind|brick wall|against me|blam*|judg*"
    r"|pressur*|too much|ignor*|misunderst*|doubts?|regret|betray*|unsafe|dread*|avoid*|hid(e|ing)|sick of|fed up|not believ*|not helping|patroni*|condescend*"
    r"|bored|boring|distracted|cold|rude|dismiss*|invisible|stupid|small|like a child|uncomfortable|drained|exhausted by|drunk"
)
FEEL = slot(
    "feel|feels|feeling|felt|leave|leaves|left|made me|makes me|make me|come out|came out|come away|came away|was|were|being|am|im|get|got|walk out|walked out|end up"
)
CARE = slot(
    r"listen*|hear me|heard me|hear what|get me|gets me|get it|gets it|understand*|understood|take me serious*|takes me serious*"
    r"|took me serious*|care|cares|cared|believe me|believes me|believed me|remember*|look at me|looks at me|look up|looks up|see me|ask me|asks me"
    r"|pay attention|paying attention|respect*|challenge me|challenges me|let me (talk|speak|finish)|lets me (talk|speak|finish)|have a clue|know my name|know what to do with me|notice*|want to know|engage*|prepare*"
)
SMALL = slot(
    "small|smaller|stupid|worse|ashamed|uncomfortable|awkward|pressured|pushed|let down|invisible|ignored|empty|drained|on edge|alone|confused|unsafe|hurt|blamed|attacked|shit|crap|rubbish|tiny|dumb|silly|nervous|flat|foolish|like a failure|like an idiot|told off|guilty|lonelier|heavier|exposed|interrogated|like a suspect|like nothing|unheard"
)

RELATIONSHIP_CONCERN = Signs(
    certain=ways(
        r"""
        {NOW} ~ {NEG} ~2 {CARE}
        (dont|do not|didnt|cant stand|hate|dislike|not keen on) (\w+ )?(like |trust )?(my|this|the) {PSYCHOLOGIST}
        (not|isnt|arent|wasnt|dont think|never|no) ~4 (getting|going) (anywhere|any where)
        ({THERAPY}|this|it) ~2 (isnt|is not|not|doesnt|wasnt|aint|never) (\w+ )?(work(ing)? for me|help(ing|ed|s)? me|doing (anything|much|me any good))
        {THERAPY} ~2 (isnt|is not|not|doesnt|arent|dont|wasnt|aint|never) ~2 (work*|help*|useful|any use|worth*|what i)
        (point (of|in)|waste (of|my)|wasting|sick of|dread*|fed up (with|of)|tired of|bored (with|of)|hate|lost faith in|given up on) ~4 ({THERAPY}|coming|{PSYCHOLOGIST})
        ^~2 {THERAPY} ~ (waste|pointless|useless|going nowhere|worse|same (old )?thing|too fast|too slow|all about (her|him))
        (cancelling|skipping|avoiding) ~2 because ~5 (her|him|them|{PSYCHOLOGIST})
        {NOW} ~8 {TROUBLE}
        {TROUBLE} ~5 {NOW}
        (in|after|before|since|during|leave|left|out of) (\w+ )?({THERAPY}|there) ~5 {TROUBLE}
        (brick wall|{TROUBLE}) ~ (in|after|before|since|during) (\w+ )?({THERAPY}|there)
        {THERAPY} ~2 (makes?|made|making|leaves?|left) me ~2 {TROUBLE}
        thanks for nothing
        (problem|issue|trouble|bad feeling|not happy|unhappy|uncomfortable|disappointed|upset|angry|annoyed|frustrated|pissed off|cross|wrong|off|fed up|had enough) (\w+ )?(with|about|at|by|of) (my|the|this) {PSYCHOLOGIST}
        (no|dont|not|cant|never|little|any) ~2 (progress|improvement|difference|results?|change|movement|benefit|point|value|use)( in| with| from| after| since| at| so far|$| to) ~4 ({THERAPY}|week|weeks|months?|year|all this time|coming|seeing|here)?
        (after|its been|been|for) (\w+ )?(\d+|a|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|all these|so many) (weeks?|months?|years?|sessions?|appointments?) ~4 (nothing|no (change|progress|difference|better|improvement|further|point|idea)|same|still|not (any )?better|nowhere|no further|im no|worse|and i (still|dont))
        (nothing|not much|anything) ~3 (after|in|from|out of) (\w+ )?(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|all these|many|so many)? ?(sessions?|therapy|months|weeks)
        (dread*|nervous|anxious|sick|stomach|panic*|knot|worry|scared|tense) ~4 (before|about|the night before|the day before|going to|coming to|ahead of|every time i) (\w+ )?({THERAPY}|wednesday|thursday|tuesday|monday|friday|go|come|see (her|him))
        (cancel*|skip*|avoid*|bail*|dodg*|postpon*|reschedul*|make excuses|making excuses|call in sick) ~6 (rather than|cant face|dont want to (go|see|face)|not because|on purpose|dont like|relieved|afraid of (her|him)|scared of (her|him)|face (her|him))
        (hide|hiding|keep|keeping|kept|hid) (\w+ )?(things|stuff|it|this|that|something|a lot|so much|secrets|the truth) from (my|the|her|him) ?({PSYCHOLOGIST})?
        (scared|afraid|nervous|worried|embarrassed|ashamed|too shy|shy|reluctant) (\w+ )?(to|of) (tell|say|telling|saying|admit|admitting|disagree|disagreeing|ask|asking|upset|upsetting|disappoint|disappointing|annoy|annoying|offend|offending|be honest|being honest|contradict|bring it up|correct|complain) (\w+ )?(her|him|them|my {PSYCHOLOGIST}|dr \w+|with (her|him)|to (her|him)|in (there|session|therapy))
        (doubt|doubts|doubting|wonder|wondering|question|questioning|not sure|unsure|not convinced|sceptical|skeptical) ~4 (therapy|sessions?|this works|it works|this is working|its working|helping|the point|worth|any good|(she|he) (gets|likes|understands|believes|cares|knows)|my {PSYCHOLOGIST}|worth it|right for me|doing (anything|me any))
        (feel|felt|feeling) ~3 (unseen|unheard|like a (number|client|case|file|customer|patient number|chart|project|robot|conveyor|box to tick|tick box|puzzle|specimen|lab rat|problem|burden to (her|him)|nuisance)|processed|on a conveyor)
        (lost|losing|no|lack of|not much|little|zero) (trust|faith|confidence|respect) (in|with|for) (my |the |her |him |this |dr |it)?({NOW}|her|him|process|therapy|dr \w+|practice|it)?
        (is it|is that|is this) normal (that|to|for|if|when) ~6 ({NOW}|therapy|session|sessions|she|he)
        (not|dont|didnt|never|wish) ~3 (gel|click|connect*|bond|vibe|get on|hit it off|warm to|warmed to|jell*|gelling|clicking|connecting) (with )?(my |the |this )?({NOW}|her|him|each other|dr \w+|one another|at all|anymore|yet|$)
        {NOW} (and i|and me|n me) (dont|do not|arent|are not|cant|never|just dont|have nothing|clash|keep|are always|are on|disagree|talk past|speak different)
        (my|the) {PSYCHOLOGIST} (thinks|says|keeps saying|insists|decided|assumes|tells me) ~8 (but|wrong|not|isnt|never|dont agree|disagree|my fault|imagining|making it up|overreact*|exaggerat*|should be over|get over|dramatic)
        """,
        CARE=CARE,
        NEG=NEG,
        NOW=NOW,
        PSYCHOLOGIST=PSYCHOLOGIST,
        THERAPY=THERAPY,
        TROUBLE=TROUBLE,
    ),
    unless_somebody_else=ways(
        r"""
        (said|say|told (her|him)) (that )?(everything|all|it|im|i was|things) (was |is |were |am )?(fine|ok|okay|good|great|alright|well)$
        (she|he) (doesnt|didnt|never) (really |ever )?(challenge|push|question|ask|remember|notice|believe|understand|hear|respect) (me|anything|what)
        ({NOW}|therapy|sessions?|counselling) ~4 (is|are|isnt|arent|makes?|making|feels?|felt|seems?|gets?|leaves?) ~3 (useless|pointless|a (joke|waste|farce|chore|performance|lecture|monologue)|going nowhere|stuck|shallow|superficial|cold|one sided|rushed|robotic|scripted|generic|textbook|exhausting|draining|hollow|patronising|mechanical|too (fast|slow|much|short|theoretical|vague))
        {THEY} ~2 {NEG} ~2 {CARE}
        (dont|do not|not sure|doubt) ~ {THEY} (\w+ )?(likes?|cares?|believes?|understands?|gets?|listens?|respects?|wants?|takes?|hears?) (me|what|to)
        (not|never|dont feel|do not feel|didnt feel|dont) (\w+ )?(feel |felt |being |really )?(heard|listened to|listened|taken serious*|understood|respected|seen|believed|helped|welcome)
        {FEEL} ~4 (judged|judge|dismissed|unheard|patroni[sz]ed|talked down to|spoken down to|belittled|lectured|told off|brushed off|fobbed off|misunderstood|rushed|not heard|unwelcome|criticised|criticized|disrespected)
        {FEEL} ~2 like ~ (number|burden|nuisance|case|naughty (child|kid|schoolboy|schoolgirl)|idiot|specimen|bother|wasting (her|his|their) time)
        (dont|do not|cant|cannot|couldnt|not sure i|not sure if i|hard to|difficult to|struggle to|stopped|lost|no) ~2 trust (in )?(her|him|them|you)
        (cant|cannot|couldnt|hard to|difficult to|not able to|unable to|scared to|afraid to|too ashamed to|dont feel (safe|able)|dont dare) ~2 (be (honest|open|myself|real)|open up|tell (her|him) (\w+ )?(truth|everything|things?|how|that|what)|talk to (her|him)|say (it|that|this) to (her|him))
        (lie|lied|lying|pretend*|faking|fake it|act|put on a (show|face)) ~4 (to|with|for) (her|him)
        what (she|he) wants to hear
        say (im|i am|its|that im) (fine|ok|okay|good) ~4 (not|isnt|because|when)
        {THEY} ~ (interrupt*|talks? over me|talking over me|cuts? me off|cutting me off|yawn*|fell asleep|falls asleep|nod* off|nearly asleep|rushes me|rushed me|rolled (his|her|their) eyes|laughed at me|judges? me|judging me|lectures? me|pushes me|pushed me|pressures? me|ignores? me|ignored me|dismiss*|patroni[sz]*|forgets? (my|what|everything|who)|forgot (my|what|everything|who)|talks? (\w+ )?(about|of) (himself|herself|themselves|his own|her own)|tells? me what to (do|think|feel))
        (look*|check*|star*|glanc*|watch*|typ*) ~ ({THEIR}|a) (clock|watch|phone|mobile|screen|laptop|computer|time)
        (shes|hes|theyre|youre|{THEY} (is|are|was|were|seems|seemed|can be|looks|looked|comes across|came across|always|gets|got|sounds|sounded|feels|felt)) ~ (judg*|patroni[sz]ing|cold|dismissive|condescending|distracted|rude|bored|harsh|pushy|distant|impatient|irritated|annoyed with me|disinterested|uninterested|somewhere else|miles away|elsewhere|not interested|tired of me|sarcastic|snappy|late)
        (dont|do not|didnt|cant|just dont|never) (\w+ )?(click*|connect*|gel|get on|get along|vibe|warm to)( with)?( (her|him|them|my|each other|dr)\b)?
        (no|zero|lack of) (connection|chemistry|rapport|progress|improvement)
        (going|go|goes|went|run|running) (round|around) (and round )?in circles
        getting (me )?nowhere
        nothing (has |is |ever |really )*(changed|changes|changing|improved|gets better|getting better|working)
        (afraid|scared|nervous|frightened|terrified|anxious|worried) ~2 (of |about |to |how )?~2 (her|his|him|shell|hell|she|he|dr) (\w+ )?(react*|anger|angry|mad|answer|session|judg*|think|disappointed|upset|cross|again)
        (cant|cannot|couldnt) face (her|him|another session|going)
        (dont|do not|didnt|hate|not keen on|dislike) ~2 (like )?(her|his|the|their) (way|approach|style|method|methods|manner|tone|attitude|questions|comments?)
        (i )?(dont|do not|didnt) (really )?like (her|him)( (anymore|much|at all))?$
        (hurt|hurtful|upset|upsetting|bothered|bothers|offended|stung|stings) ~ (what|when|that|how) (she|he|dr)
        (what|thing|something|things) (she|he|dr \w+) said ~5 (hurt*|upset*|bother*|stung|stuck|wrong|offen*|harsh|unfair|playing|rattled)
        (her|his) (tone|comment|comments|remark|words|reaction|face) ~2 (hurt|upset|bother*|stung|got to me|put me off|made me)
        (want|wants|wanted) (\w+ )?different things
        not (sure|convinced) (if |that )?(its|it is|this is|im|its really) (\w+ )?(help*|work*|for me|any good)
        (like )?talk* to (a|the) (brick )?wall
        too much for (her|him)
        (annoy|upset|bother|anger|disappoint)(ing)? (her|him)$
        (find|found) (her|him) (\w+ )?{TROUBLE}
        (shes|hes|theyre|youre|{THEY} (is|are|was|were|seems|seemed|can be|looks|looked|comes across|came across|always|gets|got|sounds|sounded|feels|felt)) ~2 (more interested|not believing|not listening|not hearing|against me|not there)
        (nod|stare|look|grunt) at me
        not what i ~2 (asked|came|wanted|need|needed|signed up|expected)
        (dont|do not|cant) see how ~5 (help*|to do with)
        (she|he) (only|just|keeps|always) ~2 (nods?|nodding|asks? how|gives? me (worksheets|homework|handouts)|bring* (it|everything) back|going on about|talks)
        (always|keeps|kept|constantly|again) (cancel*|moving|moves|rescheduling) on me
        (gets?|got|getting) my name wrong
        wrong name
        walking on eggshells
        something (is |isnt |isn |feels |felt |not |just )*(off|wrong|right) (with|between|about) (us|her|him|me and)
        {THEY} (\w+ ){0,2}{NEG} (\w+ )?(seem to |appear to |want to |bother to |even |really |ever )*{CARE}
        (doesnt|dont|didnt|isnt|wasnt|never|hardly|barely|not) (\w+ )?(seem |seems |seemed |appear |really )?(to )?(listen*|hear me|get me|get it|understand me|understand what|take me serious*|care|believe me|remember (anything|what|my|me)|interested|bothered|present|paying attention|look at me|ask me|let me (speak|talk|finish))( to me| at all| anything| in me| or|$| what i| when i| about me| much| anymore| that)
        (she|he|they) (just|only|keeps?|always|constantly|spends?|mostly|kept|sits? there|sat there) ~2 (nods?|nodding|nodded|mm+|hums?|smiles?|smiling|writes?|writing|typ(es|ing)|scribbl*|reads? (from|off)|repeats?|repeating|parrot*|sighs?|sighing|stares?|staring|talks?|talking|lectur*|quot*|says? (mm|mhm|hm|right|how does that|and how|interesting|i see|go on)|asks? (the same|how that|how did|how does)|agrees?|agreeing|shrugs?|advis*|tells? me)
        ({THEY}) (\w+ )?(says?|saying|said|asks?|asking|asked) (the same (thing|things|question|questions)|very little|how does that make you feel|and how did that|mm hm|mhm|not a word|almost nothing)
        (calls?|called|calling|gets?|got|getting|says?|said) (me )?(by )?(the wrong name|my name wrong|someone elses name|another clients name|the name of|me (by )?another name)
        ({THEY}) (\w+ )?(forgot|forgets|forgetting|keeps forgetting|mixes up|mixed up|muddles?|muddled|confuses?|confused|cant remember|doesnt remember|didnt remember) ~2 (my|me|what i|who|everything|that i|the name|us up|things|our last|it all|with another|with someone)
        (late|cancels?|cancelled|cancelling|reschedules?|rescheduled|no show) ~2 (every (week|time)|on me|again and again|last minute again|for the (second|third|fourth)|twice (in a row|this month)|all the time|so often|more than)
        (yawn|yawns|yawned|yawning|dozed|dozing|nodded off|nods off|fell asleep|falls asleep|eating|ate|eats|lunch|crisps|knitting|doodl*|scroll*|checking|checks|checked|answer(s|ed|ing)?|took|takes) ~3 (through(out)?|during|while i|in (the|our|my) session|off|asleep|on me|at me|(his|her|the|a) (phone|call|calls|door|texts?|messages?|emails?|watch|clock|nails|hair)|instead of)
        ({THEY}) ~3 (looks?|looked|looking|glanc*|peek*|watch*|star(es|ed|ing)|check(s|ed|ing)?) ~3 (at|on|over)? ?(the|his|her|their|a) (clock|watch|phone|mobile|screen|laptop|computer|time|ipad|tablet|notes)
        (looking|checking|staring|glancing|eyeing|watching|typing) ~2 (at|on)? ?(his|her|their) (clock|watch|phone|mobile|screen|laptop|computer|ipad|tablet|notes)
        (on|behind|glued to) (his|her|their) (phone|laptop|screen|ipad|computer|notes) (the (whole|entire) (time|session|hour)|all the time|half the|most of|while i|when i|instead)
        (distracted|distant|cold|bored|rushed|irritated|impatient|absent|detached|aloof|robotic|scripted|stiff|formal|harsh|blunt|pushy|bossy|patronising|patronizing|condescending|smug|arrogant|judgmental|dismissive|sarcastic|passive|vague|disorganised|flaky|unprepared|clueless|out of (his|her) depth|clinical|strict|abrupt|curt|short with me|frosty|defensive|preachy|critical|intense|overbearing|bland) (with me|to me|towards me|lately|again|today|last (week|time|session)|the whole (time|session)|in (the|our|my) (last )?sessions?|and (i|she|he|it)|when i|since)
        {THEY_ARE} (\w+ ){0,2}(too |so |very |a bit |really |quite |kind of |sort of |just |always |rather |not very |pretty )*(pushy|bossy|distracted|distant|cold|bored|rushed|aloof|detached|robotic|harsh|blunt|patronising|patronizing|smug|arrogant|judgmental|judgy|dismissive|passive|quiet|vague|soft|gentle|nice|young|posh|formal|clinical|fast|slow|critical|defensive|preachy|intense|negative|positive|chatty|stuck on|obsessed with|fixated|hung up on|out of (his|her) depth|clueless|in a (rush|hurry)|somewhere else|miles away|going through the motions|phoning it in|tired of me|fed up with me|sick of me|annoyed with me|disappointed in me|not (on my side|with me|really there|interested|listening|hearing|getting)) -(with (my|the) (boss|ex))
        (i )?(cant|cannot|couldnt|dont|do not|didnt|never|struggle to|hard to|difficult to|find it hard to|afraid to|scared to|not able to|unable to|still havent|havent|wish i could) (\w+ )?(tell|told|say|talk about|be honest|be open|open up|be myself|be real|cry|show|speak freely|trust|disagree|ask|bring up|mention|admit)( (the|her|him|about|anything|what|that|it|in|with|to|my|how|everything|real|things|up|myself|them|there))* (to (her|him)|with (her|him)|in (there|front of (her|him))|her|him|in session|in therapy|there|truth)
        (lie|lied|lying|fib|fibbed|pretend|pretended|pretending|fake|faked|faking|act|acting|perform|performing|play along|make stuff up|made it up|making things up|bluff|smile and nod|smiled and nodded) ~4 (to|for|with|in front of) (her|him|them|my {PSYCHOLOGIST}|dr \w+)
        (told|tell|said|say|tells) (her|him|them|dr \w+|yes|my {PSYCHOLOGIST}) ~3 (fine|ok|okay|good|great|better|it helped|it worked|i agreed|i was|everything|all good|yes) ~4 (but|wasnt|isnt|didnt|doesnt|its not|it wasnt|not true|a lie|lied|because|just to|so (she|he)|to please|and (it|i) (wasnt|didnt)|when)
        (said|say|saying|told|tell) (\w+ )?(everything|all|it|im|i was|things|that im|that i was) (was|is|am|were|went)? ?(fine|ok|okay|good|great|alright|all right|well|going well) ~2 (but|when|because|though|and) ~3 (not|wasnt|isnt|it wasnt|didnt|lied|lie|true|hurt|ignored)
        (what|things|stuff) (she|he|they|dr \w+|my {PSYCHOLOGIST}) wants? (me )?to (hear|say|be|do|feel)
        (please|impress|protect|disappoint|upset|hurt|bore|burden|look after|manage|reassure|entertain|humour|perform for) (her|him|my {PSYCHOLOGIST})( feelings)?( all the time|$| instead| rather| so| every| and)
        (afraid|scared|worried|nervous|anxious|terrified|frightened) ~3 (of|about|that|what|how|to|shell|hell) ~2 (her|him|she|he|shell|hell|reaction|think|judge|say|react|mad|angry|cross|annoyed|disappointed|drop me|give up on me|get rid of me|hate me|be (cross|angry|annoyed|disappointed|upset))
        (feel|felt|feeling|made to feel|makes me feel|made me feel|leaves me feeling|left me feeling) ~4 (judged|dismissed|unheard|rushed|patronised|patronized|belittled|lectured|misunderstood|not (heard|understood|believed|listened to|seen))
        (leaves me feeling|left me feeling|came (out|away) feeling|leave feeling|left feeling|come (out|away) feeling|walk out feeling|go home feeling) ~4 ({SMALL}|not good enough|like (a|an) )
        (came|come|left|leave|go|went|walk|walked|get|got) (out|away|home|there) ~2 (and (felt|feel|cry|cried)|in tears|crying|shaking|angry|worse|no wiser|none the wiser|emptier|flat)
        (more|mostly|only|just|always|all) (interested in|about|focused on|concerned with|talks? about|talking about|bothered about|worried about) (his|her|their|the|my) (own |notes|laptop|theory|theories|method|form|forms|childhood|mother|past|book|questionnaire|diagnosis|life|kids|divorce|holiday|dog|self|clipboard|computer|pen|agenda|worksheets|models?|father|parents|weight)
        (brings?|bringing|turns?|turning|comes?|steers?|drags?|goes|going) (everything|it all|it|me|the conversation|every conversation|us)? ?(back|always back|round) to (my|the|his|her) (childhood|mother|mum|father|dad|past|divorce|weight|ex|drinking|parents|breathing|worksheets?|diet|religion|faith|own)
        (talks?|talked|talking|speaks?|spoke|bangs|banging|goes|going|went) (\w+ )?(over me|over the top of me|too much|too fast|non ?stop|down to me|like im|as if im|at me|about (himself|herself|his|her)|more than (me|i do)|most of the (time|session)|on and on|in jargon|the whole (time|session))
        (interrupt|interrupts|interrupted|interrupting|cuts? me off|cutting me off|finishes my sentences|jumps in|jumped in|doesnt let me|wont let me (finish|speak|talk))
        (pushes|pushed|pushing|pressures|pressured|pressuring|forces|forced|forcing|rushes|rushed|rushing|makes|made|nags?|nagging|keeps on at|wants|pesters) me (to|into|about|through|on|too|before) (\w+ ){0,4}(talk|forgive|quit|leave|exposure|ready|hard|fast|exercise|meditat*|medication|meds|confront|cry|things|stuff|trauma|past|it)
        (assum(es|ed|ing)|decided|made up (his|her|their) mind|thinks (he|she|they) knows?|already knows|pigeonhol*|boxed me|labels? me|labell?ed me|put me in a box|diagnos\w+ me) ~4 (me|about me|that i|before i|already|what|without|i)?
        (sides?|sided|siding|takes?|took|taking) (with )?(my |his |her )?(\w+ )?(side|husband|wife|mother|mum|dad|partner|ex|boss)( s side)?( against me| every time| over me| again|$| not mine)
        ({THEY}) (\w+ )?(blames?|blamed|blaming|criticis\w+|criticiz\w+|tells? me off|told me off|telling me off|scold*|lectures?|lectured|lecturing|judges?|judged|judging|mocks?|minimis\w+|minimiz\w+|invalidat\w+|brush\w* (me|it|that|this|things) (off|aside)|shrug\w* (me|it|that) off|laugh\w* it off|dismiss\w*|downplay\w*|gaslight\w*|belittl\w+|contradict\w*|patronis\w+|talks? down|compar\w+ me|rolls? (his|her) eyes|rolled (his|her) eyes|sigh(s|ed)|smirk*|tut(s|ted))( me| at me| it| my| what i| everything| that| when i| whenever| to me| feelings| for|$)
        (blam|criticis|judg|scold|lectur|patronis|belittl|gaslight|invalidat|dismiss)(es|ed|ing|s) me
        (gave|gives|giving|keeps giving|hands?|handed|get|got|getting|given) (me )?(\w+ )?(the same|generic|another|yet another|advice|a leaflet|leaflets|a (print ?out|handout|worksheet|sheet)|worksheets|handouts|sheets|print ?outs|platitudes|cliches|exercises|breathing exercises) ~4 (again|every (time|week)|instead|not|dont|nothing|for (children|kids)|when i|and (thats|nothing)|that (dont|doesnt|has nothing)|i didnt|over and over)
        (exercises?|homework|tasks?|worksheets?|techniques?|methods?|approach|cbt|act|emdr|mindfulness|breathing|questions|questionnaires?|advice|goals?|plan|theory) ~3 (dont|doesnt|do not|isnt|arent|not|never|make no|makes no|feels?|feel|seems?|nothing|miss(es)?|has nothing|have nothing) ~2 (help*|work*|fit|suit|make sense|sense|for me|to do with|relevant|useful|what i|the point|childish|patronising|pointless|silly|generic|me at all|apply|my (life|problem|problems|situation)|like school|stupid)
        (not|dont|never|nobody|no one|didnt|isnt) ~3 (what i (came|come|wanted|want|need|needed|asked|signed up|expected|hoped)|why im here|why i came|the reason i|what we agreed|my goals?|the goals?|asked what i want|working on what|what i said i wanted)
        (want|wants|wanted|need|expect*|hop*|looking for) (\w+ )?(different|something else|other|more|less|another) ~2 (things?|than|from (her|him|this|it|therapy|these)|out of (this|it|therapy)|goals?|structure|guidance|direction|challenge|feedback|practical|tools|listening|homework)( from (her|him)| to (her|him)|$)
        (no|lacks?|lacking|without|not enough|wish (she|he|there) (would|was|were|had)|needs? more|not much|too little|any) (structure|direction|plan|goals?|feedback|guidance|challenge|warmth|empathy|connection|rapport|chemistry|spark|eye contact|curiosity|follow up|focus|agenda|depth|tools|answers|strategy|aim)( at all|$| to (it|this|the sessions)| in (the|our) sessions| from (her|him)| with (her|him)| between)
        (i wish|wish) (she|he|they|my {PSYCHOLOGIST}|dr \w+) (would|could|did|was|were|had|wouldnt|didnt|wasnt|hadnt|asked|listened|remembered|knew|understood|cared|saw|said|talked) ~6 (me|more|less|once|listen|ask|understand|harder|just|stop|back|what|about|questions|actually|real|my|something|push|challenge)?
        (not|dont|didnt|never|isnt|wasnt|doesnt) (\w+ )?(helping|helped|help|working|worked|work|getting me|doing anything|doing it|any use|right between us|right with us|good between us) (for me|me|at all|so far|really|much|with (her|him))
        (going|go|goes|went|running|run|talking|talk|round) ~1 (nowhere|in circles|round the houses|over the same|the same (ground|thing|things|stuff)|round and round|through the motions|backwards|downhill)
        (stuck|stalled|plateau*|drifting|treading water|spinning (our|my) wheels|marking time|groundhog day|pointless|waste (of|my)|wasting) ~3 (with (her|him)|in (therapy|there|our sessions|these sessions)|every (week|time)|session*)
        (something|somethings|things|it|its|theres something|vibe|atmosphere|mood) (\w+ ){0,2}(off|wrong|weird|different|strange|awkward|tense|broken|changed|not right|not the same|funny|cold) (between us|with (her|him)|since|lately|in there|in our sessions|now|after|when)
        (bad|weird|funny|uneasy|odd|off) (feeling|vibe|vibes|energy|atmosphere) (about|with|from|around|between) ?(her|him|us|it|there|my {PSYCHOLOGIST}|dr \w+)?
        (not|dont|never|isnt|arent) (on the same (page|wavelength)|speak the same language|my (kind of )?person|see eye to eye|a good (fit|match)|my side|in my corner|on my side)( at all| with (her|him)|$| and| she| he| anymore)
        (too|so) (scared|afraid|ashamed|embarrassed|shy|polite|british|nervous|intimidated|tongue tied) (to|of) (\w+ )?(tell|say|ask|speak|complain|disagree|bring|be honest|admit|correct|her|him)
        (dont|do not|didnt|never) (really |even |actually )?(know|think|feel|believe) (if |that |whether |like )?({THEY}|my {PSYCHOLOGIST}) (\w+ )?(likes?|cares?|believes?|understands?|gets?|listens?|respects?|wants?|takes?|hears?|knows?|remembers?|is (really |even |actually )?(listening|interested|there|on my side|qualified|helping|honest))
        (i |we )?(always|constantly|keep|kept|end up|often|just) (argu*|disagree*|clash*|fight*|bicker*|butt* heads|talk* past|misunderstand*|having to (explain|repeat|remind|defend|educate|translate)|explain* (myself|my culture|everything)|repeat* (myself|everything|the same)|defend* myself|apologis*|looking after (her|him)|educat*) ~3 (her|him|with|each other|to (her|him)|every (time|week|session)|$|again|everything)
        (cry|cried|crying|shake|shaking|sick|throw up|drink|drank|binge*|smoke|sit in the car|sat in the car|scream) ~4 (after (every|each|the|my|our|session*)|in the car (after|outside|park|for)|on the (bus|train|way) (home|back|after)|all the way home|when i (leave|get out)|afterwards|before (every|each|i go in|the session))
        """,
        CARE=CARE,
        FEEL=FEEL,
        NEG=NEG,
        NOW=NOW,
        PSYCHOLOGIST=PSYCHOLOGIST,
        SMALL=SMALL,
        THEIR=THEIR,
        THEY=THEY,
        THEY_ARE=THEY_ARE,
        TROUBLE=TROUBLE,
    ),
    about_therapy=ways(
        r"""
        {FEEL} ~4 (small|stupid|worse|ashamed|uncomfortable|awkward|pressured|pushed|let down|invisible|ignored|empty|angry|drained|on edge|alone|confused|unsafe|hurt|blamed|attacked|shit|crap|rubbish|tiny|dumb|silly|nervous)
        (isnt|is not|not|doesnt|arent|dont|never|stopped) ~ (working|work|helping|help|useful|worth it|for me|suit me|safe)
        (pointless|useless|hopeless|a joke|waste of (my )?(time|money)|one sided|too fast|too slow|superficial)
        (same (old )?(thing|stuff|questions))
        nothing to do with my
        (cry|crying|cried|shaking|dread*|sick) ~4 (before|after|afterwards|going|every time|in the car)
        (concern|concerned|worried|unsure|doubts?|not sure) about (my|the|this|our|how)
        (not|isnt) (\w+ )?(happy|comfortable|at ease|sure|right)
        takes? (my \w+ )?side
        sides with
        fell out
        argu(ed|ment)
        row with
        (nothing|not|never|isnt|doesnt|dont|no) ~3 (help*|chang*|better|progress|point|worth|work*|useful|difference|further|clue|idea why)
        (dread*|avoid*|anxious|relieved when|glad when|happy when) ~4 (cancel*|ill|away|holiday|before|coming|going|it|session*)
        (afraid|scared|ashamed|embarrassed|guilty|nervous|shy|cant bring myself|dont dare|wouldnt dare) ~3 (tell|say|ask|admit|disagree|complain|honest)
        (judge*|rush*|dismiss*|patroni*|ignore*|interrupt*|misunderst*|lecture*|blame*|pushed|pressure*)
        (lied|lie|lying|pretend*|fake|faking|perform*|hiding|held back|holding back|hold back|keep it light|skim*)
        (waste|wasting|pointless|useless|hopeless|boring|going nowhere|stuck|stagnant|stale|frustrat*|disappoint*|fed up|sick of)
        (dont|didnt|never|not) ~2 (heard|understood|listened|comfortable|safe|connect*|trust|open up|believed|respected|click)
        (like|as if|as though) (im |i am |i was |a |an )(talking to (myself|a wall|a screen|a machine)|being (interviewed|interrogated|assessed|graded|marked)|exam|interview|job interview|interrogation|court|the dock|headmaster*|school|production line|conveyor belt|performance|stranger|lecture)
        but ~6 (nothing|never|dont|doesnt|not|no|cant|feel|leave|still|wish|same)
        """,
        FEEL=FEEL,
    ),
)
