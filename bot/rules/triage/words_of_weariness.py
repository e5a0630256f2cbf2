"""Danger from oneself that is half said: passive wishes, a burden, no way out, self-harm, recklessness."""

from bot.rules.triage.danger_kinds import Judged, Sayings, Tier
from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.words_of_means import BODY, CANT, DONT, EVERYONE

_GONE = slot(
    r"(just )?((was|were|wasnt|werent|was not|were not|had never been|hadnt been|am|wasnt even|werent even) ~1 (gone|dead|here|around|alive|born|there|in it|in the picture|a part of it|in their lives|in (his|her|my \w+) life)"
    r"|died|dies|didnt exist|disappeared|vanished|stopped existing|never existed|never woke up|didnt wake up|went to sleep and|stopped being|left this|was hit by)"
)

PASSIVE_WISH = Sayings(
    "passive wish",
    Tier.POSSIBLE,
    Judged.OWN,
    ways(
        r"""
        wish(ed|es|ing)? (that )?(i|id|ive) (just )?(was|were|wasnt|werent|was not|were not|hadnt been|had not been|had never been|never been|was never|were never|d never been|never was|am not) (dead|gone|born|here|alive|around|never born) -(to see|to help|for|when|with|on|earlier|last|at the|at my|in time|already)
        wish(ed)? (that )?i (never|didnt|hadnt|had not|did not) (exist(ed)?|woken?(?: up)?|woke(?: up)?|wake(?: up)?|survived?) -(before|early|at|so)
        wish(ed|ing)? (that )?i (could|would) (just |simply )*(die|disappear|vanish|stop existing|cease|not wake|not exist|not be here|never wake|go to sleep (and|forever)|fall asleep (and|forever)|sleep forever|stop being|evaporate|dissolve|fade away|be gone|be dead)
        wish(ed|es|ing)? (he|she|they) (was|were) (dead|never born|not alive)
        (hop(e|ed|ing)|pray(ed|ing)?|wish(ed|ing)?) (that )?(i|god|to god i) (just |simply )?(dont|do not|never|wont|wouldnt|would not|would never|doesnt|didnt) (wake( up)?|open my eyes|survive|make it|come round|come back) -(before|early|late)
        (hope|hoping|want|wish|pray*) (that )?(god |to god )?(i )?(just |would |will )?(die|dies|get killed|never wake|drop dead|takes? me( in|$| soon| tonight| home)|took me)
        (want|wanted|wish|going|need) (to )?(just |simply )?(disappear|vanish|evaporate|fade away) -(on|for a|into the|to|from (work|facebook|social)|under|into my|at|until|with)
        (want|wanted|wish|need|like) (to )?(just )?be (gone|nothing|no more|erased|no one|not here) -(by|before|from|for|at|on|but|to|special)
        sleep (forever|and never wake|for ever|and not wake)
        never wake up -(before|early|on|at|until|in|to|refreshed|rested|after|so|that|feeling|without|when)
        (go|going|went|fall|falling|drift*) (back |off |asleep |to )*(sleep|asleep|off) (tonight |one night |now )?and (just )?(not|never|dont|didnt)
        (and|if i|i|just|never|maybe|id) (just )?(didnt|dont|never|not|wouldnt|wont) (have to )?wake( back)? up( again| anymore| tomorrow)? -(before|early|on|at|until|in|to|refreshed|rested|after|so|when|for|with|feeling|from|during|til|till|once)
        (wouldnt|would not|dont|dont think id|not|wouldnt really|wont) (really |even |particularly )?(mind|care|bother me|be sad|be bothered|be upset|complain) (if|whether) (i|a|the|something|it) ~3 (live|die|died|wake|woke|am alive|make it|survive|gone|dead|hit me|end|ended|happen|happened to me|not here|disappear*|crash*)
        (didnt|dont|wouldnt|not) (really |even )?(care|mind) (if|whether) i (live*|die*|wake*|woke|make it|survive*)( or( die| not)?)?
        (not|no longer) (being|be) (alive|around anymore|here anymore|here)( anymore)? -(on time|next|for (the|my)|tomorrow|on|at|until|last|when|with you|in person|enough|this week)
        (not existing|not waking up|stop existing|stopped existing|ceasing to exist|never having been born|not having to be here|not having to exist)
        (a way|way|ways) (to|of) (not be|not being|stop being) (here|alive)
        think* (about|of) (dying -(my|her|his|wool|it|hair|in childbirth|the)|not being here|being dead|my own death|my death|death (all|every|constantly|a lot|again|all the time|most|more))
        thoughts? (of|about) (dying|ending -(with|things with)|(harming|hurting|killing) -(him|her|my|the|them|some*|people|others|you|an|it)|death|not being (here|alive)|self harm|self)
        (dark|bad|scary|horrible|black|the old|those|intrusive|not good|worrying|dangerous) thoughts (again|are back|have come back|came back|back|tonight|about (hurting|ending|dying|not being)|of (hurting|ending|dying)|getting (louder|worse|stronger)|wont stop|all the time|and i)
        thoughts (are|have come|came|keep coming|got|getting|are getting) (back|darker|very dark|really dark|louder|loud again|bad again)
        fantasi[sz]* about (dying|death|being dead|not being|my funeral|disappearing)
        (imagin*|pictur*|daydream*|dream*) (about |of )?(my (own )?(funeral|death)|being dead|dying|not being here|who would come to my funeral)
        (dying|death|being dead|not being here|not existing|the end) ~1 (would|might|is|seems|sounds|looks|feels) (be |like )?(so |much |a |such a )*(easier|better|peaceful|relief|the only|comforting|nice|restful|attractive|inviting|freedom|rest|holiday|kinder|answer)
        (relief|peaceful|restful|nice|easier|comforting|blessing|mercy|kindness) (to |if i |just to )(be |was |were )?(dead|die|not (be|wake|exist)|gone|over)
        happier dead
        (hope|wish|pray|accept|if i|content|rather|prefer|like) ~2 (no|not|never|failed|fail) (to )?(wake|waking)( up)?( tomorrow| again|$| in the| and)
        (only|just|wish|if) i (was|were) not born
        (to|just|rather|want|could) not be( here| anymore|$)
        (stop|stopped|cease|ceased|dont|not) (to )?(make|making|plan|planning|have|having|making any) (any )?(plans?|anything) (beyond|after|past|for next|for after)
        (no|nothing|not anything) (plans|planned|in my (diary|calendar)|calendar entries) (after|beyond|past)
        (permanent|forever|last|final|long) (sleep|goodnight|good night)
        (out|go out|going out) of (life|this life|this world|existence)
        (wants?|wanted) out of (life|it all)
        (find|found) (me|us) (in the (morning|spring)|when its over)
        (to be|being|be better|better) dead -(tired|serious|honest|sure|on|easy|by)
        (welcome|beg* for|pray* for|wish* for|long* for|dream* of) (my (own )?)?death
        if i (was|were) (just )?(dead|no longer (here|alive|around)|not (alive|around)|gone (forever|for good)|to die)
        if i {GONE}
        (what if|sometimes i think|keep thinking|wonder what) ~3 i (just )?(drove off|let go|didnt stop|stepped (out|off)|didnt come (back|home)|jumped|kept (driving|swimming|walking))
        (not |never |dont )?(open|opening) my eyes (again|anymore|ever)
        (wont|not|never|didnt|dont) (have to )?open my eyes (again|anymore|ever|in the morning)
        (sleep|go|leave) and (not|never) (come back|wake|return)
        for it (all )?to (just )?(stop|be over|end|go quiet|be finished)
        (want|wanted|need|wish) (it|this|everything|all of it|all this|it all|the pain|the hurt|the voices|the noise|my life|life|my head|the suffering|everything around me|all the pain) to (just |all |finally )?(stop -(\w+ing)|end|be over|go away forever|go away for good|finish|be done)
        not (to )?feel anything (ever again|anymore|ever)
        (not|never) feel(ing)? (this|pain|it|anything) (again|ever again)
        (cease|stop) to (be|exist)
        (dying|death) ~ (doesnt|does not|didnt|dont) (scare|frighten|bother|worry) me
        (not|no longer|isnt|arent|wasnt) (scared|afraid|frightened) of (dying|death)( anymore|$)
        """,
        GONE=_GONE,
    ),
    may_be_figure=True,
)
BURDEN = Sayings(
    "a burden",
    Tier.POSSIBLE,
    Judged.OWN,
    ways(
        r"""
        better off (dead|without me|without (a|his|her|their) (mother|mum|mom|dad|father|wife|husband|man|woman|son|daughter) like me|if i|with me (gone|dead|out of)|when im gone|once im gone|not having me|not being here|not here)
        (easier|better|happier|simpler|relieved|best|kinder|fine|cheaper|lighter|calmer|quieter|nicer|freer|better life|relief|cope|sleep better) (for {EVERYONE} )?(all round )?(if|once|when) i {GONE}
        (easier|better|happier|simpler|relieved|best|kinder|fine|nicer|quieter|cope|do better|get on|get by|manage) (for {EVERYONE} )?(with me (gone|dead|out of it|not here)|without me( (here|around|alive|in it|to worry about|in the way|there)|$| and| now))
        (nobody|no one|noone|anyone|anybody|who|they|people|everyone)( \w+){0,2} (miss me|(notice|care|mind|cry|know|notices|cares|be sad|be bothered|even realise) (if|when|that) i (was|were|died|die|disappeared|disappear|wasnt|werent|didnt|never|just|killed|vanished|jumped|am gone|stopped|ceased|left|went))
        (nobody|no one|noone|not a soul) (would|will|wouldnt|d) (even |really |actually )?(notice|care|miss me|mind|cry)( if| for (days|weeks)|$| anyway| until| me)
        (wont|will not|wouldnt|would not|not) be missed
        (nobody|no one|noone) (needs|wants) me( (here|around|anymore|alive)|$)
        (world|family|kids|children|they|everyone|place|earth|mum|wife|husband|partner|parents) ~ (better|happier|fine|easier|lighter|cope) (place )?without me
        (a |such a |just a |only a |nothing but a |always a )burden (to|on|for) (everyone|everybody|them all|you all|the world|all of|them|those|people|society|my (family|kids|children|wife|husband|mum|parents|loved))
        (stop|stopped|wont|no longer|not|dont want to|tired of|sick of|hate|done|finished) be(ing)? (such )?a burden
        be a burden (anymore|any longer|much longer)
        (out of|off) (everyones|everybodys|their|his|her|peoples) (way|hands|backs) (for good|soon|forever|then|permanently|once and for all)
        (just |only )?(in the way|taking up space|a waste of (space|oxygen|air|life)|using up (air|oxygen))( of everyone|$| anyway| here| to)
        waste of (space|oxygen|air|skin)
        dont deserve to (live|be here|be alive|exist|breathe|go on living|be on)
        (didnt|never|not|do not) deserve to (live|be alive|exist|breathe)
        (shouldnt|should not|should never|never should) (even )?(have been born|have (ever )?existed|be (alive|here anymore)|exist|have survived|have lived)
        (life insurance|insurance money|insurance payout|worth more (dead|to them dead)|worth more dead)
        more use (to \w+ )?dead
        """,
        EVERYONE=EVERYONE,
        GONE=_GONE,
    ),
    may_be_figure=True,
)
NO_WAY_OUT = Sayings(
    "no way out",
    Tier.POSSIBLE,
    Judged.OWN,
    ways(
        r"""
        {CANT} (do (this|it|life|any of this|any of it)|take (it|this|much more|another|any more)|cope|live|bear (it|this)|stand (it|this)|carry on|keep (going|doing this)|handle (this|it)|hold on|fight|go on living|face (it|this|tomorrow|life)|be here) (anymore|any longer|much longer|all|now|with this)
        {CANT} go on -({DAY})
        {CANT} (carry on|keep going|keep living|go on living|keep fighting|keep doing this|hold on)( like this| this way|$| and| so| without| i| im| nothing| please) -(with (the|my|this (job|diary|exercise))|to|the|doing|paying|until|at|on)
        {CANT} (take|bear|stand|handle|live with|deal with|endure) (the|this|my|all this|all the|all of this|so much|any more|anymore|being in)? ?(pain|hurt|suffering|emptiness|darkness|life|voices|existence)
        i (just )?cant anymore( i| im| please|$)
        {DONT} (even )?see (a|any|the) (way out|way forward|way through|point in (living|life|going on|being|carrying|any of|anything)|future( for me| for myself| anymore|$)|light|other way|end to this|reason (to|for))
        (no|only|one) (other )?(way out|way to make it stop|way forward for me|exit)( for me| of this| left| but| anymore|$| that| i) -(of the|of this (contract|lease|job|meeting))
        (there is|theres|see) no (way out|other way|way forward|light|end to this|escape)( for me| anymore|$| left) -(of the|of this (contract|lease|job|meeting)|of my)
        (no|any|a|the|many|much) (good |real |more |single )?(reason|reasons|point|use|sense) (to|in|for|of)( me| my)?( to| in)? (live|living|go on|going on|be here|being here|carry on|carrying on|stay alive|staying alive|being alive|be alive|wake up|waking up|exist|existing|existence|life|keep going|keep living|going on living|stay here|me|still being here) -(at (the|this) (job|company)|with the)
        (nothing|nobody|no one|little|not much)( left)?( here)? (to live for|worth living for|to stay for|for me here|keeping me (here|alive))
        nothing (left|here) for me( anymore| now|$| here| in)
        {DONT} see myself (making it|living|reaching|getting to|being here|alive|growing old|turning \d+|being around|at (thirty|forty|\d\d))
        (cant|dont|do not) (imagine|picture|see) (a |my |the |any )?(future|myself (alive|in a year|next year)|being here (next|in))( for me| with me in it| anymore|$| where)
        (no|isnt any|not any|isnt a|is no) future (for me|here|left|anymore|$)
        future for me (is|isnt)
        (life|lifes|its|existence|being alive|living|it|any of it|this) ~1 (not|isnt|is not|aint|no longer|not really) (really |even )?worth (living|it anymore|the pain|the effort anymore|going on|it all|staying for)
        not worth (living|being alive|staying alive|existing)
        life (is|feels|seems|has become|has) (so |just |completely |utterly |all )*(pointless|meaningless|unbearable|too painful|too much for me|no meaning|no point|unliveable|over for me|not for me|a prison|hell)
        (life|my life|it|everything) is over for me
        my life is (over|finished|done|not worth|pointless|worthless)( and|$| i| anyway| now| at)
        whats the (point|use) (of|in) (living|life|going on|being alive|carrying on|it all|any of it|waking|getting up|me|even being|existing|trying anymore|staying)
        whats the (point|use) (anymore|of me)
        (use|sense|point) (of|in) (me |my )?(being here|being alive|living|existing|life)
        why (should i|am i|do i|bother|would i|even|keep) (still |even |to |keep |bother )*(alive|living|live|keep living|stay alive|staying alive|exist|existing|go on|going on|keep going|carry on|waking up|here)( anymore|$| at all| when| if| like) -(to (this|the|therapy))
        (done|finished|through) with (life|living|being alive|this life|this world|everything and|existing|all of it|it all and)
        (im|i am) (just )?(so |completely |totally )?done( with (it all|everything|fighting|trying)| fighting| trying| i cant|$) -(with the|with this (week|chapter))
        (tired|sick|exhausted|weary|bored|fed up|had enough|over|knackered) (of|with) (living -(out of|in|with|at|like|from|here|so|alone|off|by)|being alive|existing|life -(being|admin|in)|this life|being here|fighting to (stay|be)|having to (live|exist|be here)|waking up -(at|early|before|to|so|in the night)|breathing|being in this world|staying alive|carrying on|trying to (stay alive|survive))
        (hate|hating) (being alive|my existence|existing|that i woke up|waking up( every| and| alive|$)|that im (still )?(here|alive)|living -(in|with|at|here|alone|so|near|out|under|off|on|by|next))
        had enough of (this |my )?(life|living|existence|it all|being alive|existing|everything)
        (want|wanted) out( of (life|this life|here|it all|this world|this body)|$)
        (ready|want|going|tempted|about|just) (to )?(just )?give up( on (everything|life|it all|myself)|$| now| completely| for good| entirely| altogether| i| and) -(smoking|drinking)
        giv(e|ing|en) up on (life|living|everything|myself)
        gave up on (life|living|everything|myself)
        (ive|i have|im) (given|giving|giving it|gave) (it )?(all )?up( completely| entirely|$| on it all| i cant)
        dead inside
        {DONT} (care|want) (about )?(my life|life)( anymore| at all|$)
        {DONT} (care|mind) (if|whether) i (live|die|wake|am alive|make it|survive)
        (wont|will not|might not|may not|dont plan to|not planning to|not going to|dont intend to) be (around (anymore|much longer|for long|for (christmas|my|the|it))|here (anymore|much longer|for long|for christmas|for my birthday|by then|to see|come|when it))
        (wont|will not|might not|may not|never going to|dont think ill|dont think i will) see (christmas|my birthday|tomorrow|another|the morning|the spring|thirty|the end of the|next (week|year|month))
        (through|survive|last) (another|the|this|to|until) (night|weekend|morning|day|evening|week)( alive|$| like this| on my own| alone| without)
        (get|make it|getting) through (tonight|the night|another night|this night)( alone|$| safely| safe| on my own)
        (hurts?|hurting|painful|exhausting) (too much |so much |just )?to (live|be alive|exist|go on|breathe|be here)
        (living|being alive|existing|life) (just |really )?hurts( too much| so much| all| every|$)
        (living|being alive|existing) (is|feels|has become) (just |so |too )*(unbearable|torture|agony|hell|exhausting|painful|pointless|too much|too hard|a punishment)
        (dont|do not) (want|need|plan|book|make|bother booking|bother) ~ (next week|next session|next month|next year|more appointments|plans) (as|because|since|i|im) (i )?(wont be|might not be|not be|may not be)
        nothing (matters|to lose)( anymore| now| any longer)
        (too|so) (tired|weary|exhausted) (to (live|fight|go on|carry on|keep going|exist|be here)|of (it all|everything|fighting))
        (dont|havent|no|got no|have no) (have )?(any |the )?(fight|hope|strength)( left)?( in me| to (go on|live|carry on)| anymore| left)( anymore|$| now| to| i| for)
        (lost|no|without|given up|run out of) (all )?(hope|faith in life)( left| anymore| for (me|myself|my life)| in life| completely|$| i| and)
        (hopeless|pointless|empty|no point)( and| i| im)* (cant|dont want to|dont see|whats the point|want it|everyone|nobody|to be here)
        """,
        CANT=CANT,
        DAY=r"(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(days?)?|(the )?\d+(st|nd|rd|th)|(this |that )?(holidays?|trip|dates?|walk|cruise|tour|plane|weekend)|a|the|my|to|about|stage|facebook|instagram|camera|air|holiday|dating|living with",
        DONT=DONT,
    ),
    may_be_figure=True,
    may_be_task=True,
)
SELF_HARM = Sayings(
    "self-harm",
    Tier.POSSIBLE,
    Judged.OWN,
    ways(
        r"""
        (hurt|hurting|harm|harming|harmed|cut|cutting|burn|burning|burned|burnt|injure|injuring|injured|hitting|hit|punch*|scratch*|carv*|slic*|punish*|mutilat*|scald*|maim*) (myself)
        (bit|bite|biting|pinch*) myself (till|until|hard|on purpose|again|so)
        self ?harm(ing|ed|s)?
        self (injur*|mutilat*|hurt)
        (hurting|harming|cutting) (me|my body) (on purpose|again)
        (urge|urges|tempted|want|wanting|need|craving|cravings|itch*|started|been|back to|relapsed|relapsing|gone back|went back|turn* back|thinking about|thinking of|thoughts of|close) (to |and |on |into |with )?(the )?(cut|cutting|cuts|burning|burn|sh|razor|blade|blades)( again| tonight| to cope| today| last| this| lately| my| and| for| every| when|$| is| are| so| at)
        (keep|kept|been|started|still|back) (on )?(cutting|burning|hurting)( and| again|$| to | at night| every| myself| since| when)
        (razor|blade|blades|lighter|scissors|scalpel|sharp thing|knife) ~3 (again last|again|my (arm|arms|leg|legs|thigh|thighs|skin|wrist|wrists)|helps me|call* me|calling)
        relapsed ~4 (cut*|self harm*|razor|blade*|burn*|scratch*)
        (i )?(have |ive )?(cut|slash|slic|slit|scratch|carv|burn|gouge|stab|hit|hurt|bang|punch)* (open )?(up )?(my|in my|into my|on my|at my) (own )?(\w+ )?({BODY}|face|head|hands?|knuckles?|body) (with|until|on purpose|again|to feel|because|every|whenever|last|so|to cope|and|till|tonight|today|yesterday|when|since|deep*|against|off|raw|bloody|in the (bath|shower|toilet))
        (cut|cutting|slash*|scratch*) my (\w+ )?(arms?|wrists?|thighs?|legs?|skin)( again|$| and| a bit| open| up)
        (purposely|deliberately|on purpose|intentionally) (\w+ )?(burn|cut|hurt|bit|scratch|hit|harm|injur|starv)*
        (cut|burn|hurt|scratch)* ~3 (on purpose|deliberately)
        (hit|hitting|bang|banging|banged|bash|bashing|smash*) my (own )?head (against|on|into|until|with|off|again|off the)
        (fresh|new|more) (cuts|scars|burns|marks) (on|up|all over|across|under|to hide)( my|$)
        (hiding|hide|cover|covering|covered) (the|my|up the|up my|new|fresh) (cuts|scars|marks|bandages|arms|wrists|burns)
        (long sleeves|sleeves down|sleeves) ~6 (cuts|marks|see|hide|scars|arms)
        {BODY} (is|are) (covered in|full of|all) ~1 (cuts|scars|marks|burns|bandages)
        (blood|bleeding) (everywhere|on the (sheets|towel|floor|sleeve)|and i did it)
        (starving|starve) myself
        (make|making|made) myself (sick|throw up|vomit|bleed) (again|after|every|on purpose)
        (see|feel|watch|seeing|watching) ~ (blood|bleed|pain) (to feel|helps|calms|makes it|instead|and it calms)
        (only|the only) thing that (helps|calms me|works|makes it stop|makes me feel) is (cutting|hurting|burning|pain|the blade|hurting myself|drinking until)
        days? clean (and|but) (i|then)
        (broke|ended|lost|ruined|reset) my (streak|clean streak|clean time|days clean)
        """,
        BODY=BODY,
    ),
    may_be_subject=True,
)
RECKLESS = Sayings(
    "reckless wish",
    Tier.POSSIBLE,
    Judged.OWN,
    ways(
        r"""
        (wish|wishing|hope|hoping|pray|praying|want|wanting|waiting for|if only|like it if|glad if|relieved if) (that )?(a |some |something |the )?(car|truck|bus|lorry|train|tram|lightning|cancer|something|someone|it|plane|cold|heart|tumour|covid|meteor) (would|will|could|to)? ?(just )?(hit|hits|kill|kills|take|takes|crush|crash|run|finish|stop|struck|strike|strikes) (me|$|beating|over me|with me)
        (get|gets|got|be|getting|being) (hit|run over|struck|crushed|killed|knocked down|mown down) by (a|the|some|one of) (bus|car|train|truck|tram|lorry)
        (hope|wish|pray) (its|it is|its the|they find|the (lump|scan|test|results?)|that lump) ~3 (cancer|terminal|bad news|serious|malignant|something)
        (cross|crossing|crossed|step|stepping|walk|walking) ~3 (without looking|not looking|dont look|didnt look|never look|eyes (shut|closed))
        (dont|didnt|stopped|not) (bother* )?(look|looking|wear|wearing|put|putting|brake|braking)* (when (i cross|crossing)|both ways|(my )?(seat ?belt|helmet)) ~3 (anymore|on purpose|who cares|dont care|if|because|and hope|whatever)
        (driv*|drove|ride|riding|rode|speed*|fast) ~6 (dont care|didnt care|not caring|hoping|dont mind|almost hop*|see what|eyes shut|eyes closed|lights off) ~3 (if|what|crash|happens?|something|live|die|stop|$)
        (drink*|drank|use|using|took) ~6 (hoping|hope|until|so|dont care if) (i )?(dont|wont|wouldnt|didnt|never) (wake|come round|have to)
        (keep|kept|nearly|almost) (swim*|walk*|driv*|swerv*|step*) ~3 (out to sea|into the (sea|water|path)|until|off the road|forever|into)
        (look* at|staring at|stare at|stood at|standing at|stand on|sat at|sit at|watching|watch) ~2 (the )?(train tracks|trains (go|come|coming|pass)|river|water|bridge|traffic|drop|edge|window|railing|balcony|canal|platform|tracks|roof|knives|tablets) ~4 (thinking|wonder*|and think|and thought|for an hour|for hours|for ages|pull|how it|how easy|too long|jump|think about)
        (stood|standing|sat|sitting) ~ (platform|bridge|roof|rooftop|cliff|ledge|tracks|window|edge|river) ~8 (thinking|think about|thought about|imagining|wondering|hour|hours|ages|long time)
        (drawn|pull|pulled|pulls me|call* me|calling) (to|towards|by|of) the (edge|bridge|tracks|water|river|window|railway|drop)
        (bridge|river|water|tracks|trains?|edge|drop|sea|window) ~2 (call* me|calling me|keeps? calling|looks? inviting|looks? (so )?peaceful|pulling me)
        (nearly|almost) (let go|jumped|stepped (off|out)|did it|drove off|went over|went through with it|took them|swerved) -(on time|with)
        """
    ),
)
SUBJECT = Sayings(
    "a word that may be a subject only",
    Tier.POSSIBLE,
    Judged.OWN,
    ways(
        r"""
        suicid(e|al)s?
        suicidality
        overdos(e|ing)
        lethal means
        unalive
        death wish
        """
    ),
    may_be_figure=True,
    may_be_subject=True,
)

SAYINGS = (PASSIVE_WISH, BURDEN, NO_WAY_OUT, SELF_HARM, RECKLESS, SUBJECT)
