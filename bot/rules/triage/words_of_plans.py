"""Danger from oneself that is near: a plan, means at hand, what was done, a goodbye."""

from bot.rules.triage.danger_kinds import Judged, Sayings, Tier
from bot.rules.triage.phrases import ways
from bot.rules.triage.words_of_means import BODY, HEIGHT, MEANS, PILLS

PLAN = Sayings(
    "plan",
    Tier.HIGH,
    Judged.OWN,
    ways(
        r"""
        (plan|planned|planning|way|ways|how|method|methods|best place|where) to (die|kill myself|end my life|do it painlessly|end it|end it all)
        (picked|chosen|chose|set|decided on|have|got|settled on|fixed) (a |the |my )?(day|date|time|place|spot|method|night) (for it|to do it|to die|to go|in mind and|to end|when ill|already)
        (theres|there is|ive got|i have) a (date|plan)( and its| for (tomorrow|tonight|the weekend)| its| and i| now| this time)? ~3 (good|everything|the \d+|after|bought|ready|do it|wont fail|need|quick)
        (plan*|figur* out|worked out|know|thinking about|think about|decided|imagin*|know exactly) (exactly )?how (i|id|ill|im)( would| will| going to)? (do it|end|die|kill|go)
        (plan|planning|going|ready|about|want|decided) to do it (tonight|today|tomorrow|this|on|when|after|once|soon|while|before)
        (going to|will|ill) do it (tonight|this time)
        ill do it tonight
        (painless|quickest|easiest|fastest|least painful|best|quick|quiet|easy|gentlest|surest) way (to (die|go|end)|out)
        (the )?only way (out|to stop it|to make it stop|to stop the pain) is (to die|death|dying|to go|if i)
        how many {PILLS}
        how much {PILLS} (to|would|does|it takes|is)
        how (high|far|tall) (a|the|of a|is the|does a|do you have to) (fall|drop|jump|bridge|building)
        high enough (to (die|kill|do)|if|that)
        how long (it takes|does it take|would it take|itd take|until you) (to |for someone to |you )?(die|bleed|drown|hang|suffocate)
        (does|will|would|if) (it hurt* to (die|drown|hang|jump)|dying hurts?)
        (search*|googl*|look* up|research*|read* about|reading about|asked chatgpt) ~ (to die|kill|suicide|overdose|hang|painless|lethal|fatal|how many|nooses?)
        (fatal|lethal|deadly) (dose|amount|overdose|quantity)
        (dose|amount|much|many) ~5 (be fatal|is fatal|be lethal|is lethal|kill (me|you|someone|a person)|finish me|stop my heart)
        (final exit|exit plan|exit bag|suicide kit)
        (plan*|want|wanted|going|ready|thinking of|thinking about|about) (to )?(jump(ing)?|hang(ing)?|drown(ing)?)( tonight| off| in front| from(?! the)|$)
        (wont|not|never|nobody|no one) ~ (be able to |can |will |could )?stop me (this time|now|anymore|tonight|from doing it)
        (nobody|no one|noone) (would|will|can) (find|stop) me(?! a| any)
        (this time|next time) (i|ill|it) (wont fail|will work|do it properly|do it right|make sure|wont mess it up|finish)
        (make|made|making|do|doing) sure (it works|i (succeed|die|dont wake|wont wake|finish))
        """,
        PILLS=PILLS,
    ),
    Tier.HIGH,
)

MEANS_AT_HAND = Sayings(
    "means",
    Tier.HIGH,
    Judged.OWN,
    ways(
        r"""
        (have|got|holding|with|hold|took|brought|put|laid|theres|there is|keep|sat with|sitting with|looking at|staring at) ~ {MEANS} ~1 (here|ready|in front of me|in my hands?|beside me|next to me|on the table|on the bed|with me|on my lap|in my lap|in my pocket)
        (have|got|counting|counted) (the|all the|all these|all my|enough|my) {PILLS} -(from|for|you|i was|that|which|with me on|so i|refilled|delivered|sorted|at|i need)
        {MEANS} (is|are|sits?|lies?|lying|sitting) (right |all )?(here|ready|in front of me|in my hands?|beside me|next to me|with me|on my lap|lined up)
        (saved up|saving|saving up|save|hoard*|stockpil*|stash*|counted|counted out|counting|counting out|lined up|lining up|collect*|looking at|staring at|been keeping|keeping back|put by|put aside|setting aside|skipping and saving) ~ {PILLS} -(for the|at the chemist|in the pharmacy)
        {PILLS} (saved|saved up|counted|counted out|lined up|stashed|hoarded|piled|put by|put away|in a row|stored|hidden)
        (stored|kept|keep|hidden|hid|collected|been saving|been collecting) (up )?(\w+ ){0,3}{PILLS} (for|since|until|in case|so that|to use|under|in the drawer|in my)
        (have|got|kept) enough (of )?(\w+ ){0,2}{PILLS}
        enough {PILLS}( (to|here|now|saved|left|in)|$) -(for the week|last)
        (bought|found|got|tied|tying|have|ordered|fetched|practised|practiced|made|learnt|learned) (a |some |the |how to tie a |tying a )?(rope(?! for| swing| to tie)|noose|gun|razor blades|charcoal(?! for)|helium)
        (gun|barrel|pistol) (to|in|against|at) my (head|mouth|temple|chin)
        (knife|blade|razor|scissors) (to|at|against|on|over) my (wrist|wrists|throat|skin|arm|neck|chest|stomach|leg|thigh)
        (rope|noose|belt) (is|are|hangs|hanging) ~1 (in|tied|ready|up|hanging|here|already|round|around|from)
        (have|got|has|own|keep|find|found|get|getting|fetched|loaded|cleaned|with|holding|took out|unlocked) ~ (rifle|shotgun|pistol|revolver|handgun|service weapon|gun safe)
        (loaded|loading|load) (the|my|his|dads|a) (gun|rifle|shotgun|pistol)
        (standing|sitting|stood|sat|im|am|here|up|parked|walking|walked|went|drove|driving|end up) ~2 (on|at|by|to|near|up|onto|under) ~1 (the|a|an|this|that) (edge of the |edge of a |top of the |top floor of the |side of the |wrong side of the )?{HEIGHT} (and|right now|again|tonight|alone|looking|i cant|i dont|with|thinking|because|so|it|for|im|in)
        (standing|sitting|stood|sat) ~1 (on|at|by) (the|a|this|that) (edge|ledge|bridge|roof|rooftop|railing|overpass|cliff|parapet)
        (im|i am|am) (up )?(on|at) (the|a) (bridge|ledge|roof|rooftop|railing|railings|overpass|cliff|parapet|edge)
        (wrong|other|far) side of the (railing|railings|rail|barrier|fence)
        (jump|climb|lean|hang)* over the (rail|railing|railings|ledge|edge|fence|barrier|parapet|side)
        ({HEIGHT}|station) ~6 (dont know what ill do|jump|do it|goodbye|let go|step off|stepping off|step out|end it)
        {HEIGHT} ~2 (almost|nearly) (did|jumped|went|fell|let|stepped)
        (vodka|wine|whisky|whiskey|alcohol|gin|rum|drunk|drink|bottle|scotch|beer) and ~ {PILLS}
        {PILLS} and (a |the |some |my |half a )?(bottle|vodka|wine|whisky|whiskey|gin|rum|booze)
        (keep|kept|hide|hid|hiding|carry|carrying|have|got|theres) (a |the |my |some |this )?(razor|blade|blades|knife|rope|noose|scalpel|{PILLS}) (hidden|under my|in my (drawer|pocket|pillow|sock|bed|phone case)|beside my|by my bed|by the bed)
        (bought|buy|buying|got|getting) ~ {PILLS} to (end|die|kill|do it|finish)
        (car|engine) (is )?(on|running) ~4 (garage|closed|hose|shut|windows up)
        (sitting|sit|sat|am|im) ~4 (car|van) (in|inside) (the|a|my) (closed |locked )?garage ~6 (engine|running|shut|closed|hose)
        (gun|pistol|revolver|rifle|shotgun) (is |was |went |sits |lying )?(on the (counter|table|bed|seat|dashboard|desk)|in my (mouth|lap|hand|drawer)|click|loaded|under my (pillow|chin|bed)|to my)
        (got|have) (everything|all) (i need|bought|ready|set up|prepared)( for (it|tonight|tomorrow|the)| and|$) -(for (the|my) (session|exam|trip|party|holiday|meeting))
        (hose|hosepipe) (to|from|on|over|for) the exhaust
        """,
        HEIGHT=HEIGHT,
        MEANS=MEANS,
        PILLS=PILLS,
    ),
    Tier.HIGH,
)

ACT = Sayings(
    "act",
    Tier.HIGH,
    Judged.OWN,
    ways(
        r"""
        (taken|took|taking|take|swallow*|down|downed|downing|necked|popped) ~ (all|whole|too many|too much|so many|lots of|a lot of|handful of|handfuls of|box of|boxes of|packet of|packets of|pack of|packs of|bottle of|strip of|strips of|every|bunch of|load of|loads of|\d\d+|twenty|thirty|forty|fifty|sixty|hundred|everything|entire|extra) ~ {PILLS}
        (taken|took|taking|take|swallow*) ~2 (\d|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|fifteen|sixteen|eighteen|several|handfuls?|extra) (of )?~ {PILLS} (at once|and|i feel|all|what|so|just|now|an hour|already|because|with)
        (taken|took|swallowed) ~2 (six|seven|eight|nine|ten|eleven|twelve|dozen|fifteen|sixteen|eighteen|twenty|thirty|handful) (of )?~ {PILLS}
        (taken|took|swallowed|ingested|had) (all )?(of )?(my|his|her|the|mums|dads|nans|wifes|husbands|mothers|those) (\w+ )?{PILLS} (all|every|the lot|at once|already|and im|and i am|and i feel|i feel|it is done|its done|goodbye|sorry)
        {PILLS} (taken|swallowed|are gone|all gone|is gone|are inside me|are in me)( at|$| i| and| now| already| no)
        (taken|took|swallowed|necked|ate) (them all|all of them|em all|the lot)( now| already| and|$| sorry| i)
        (swallow*|ingest*|drank|inject*) (it|them|myself|something|everything|the lot) (already|all|and now|and i feel|just now|to die|on purpose|again and)
        (have |ive |i )(just )?(taken|took) (something|stuff|a lot|loads|too much|things) (and|im|i) ~3 (sleepy|dizzy|tired|drowsy|floaty|sick|scared|dont feel|going|numb|cold)
        (taking|take|took|taken|swallow*) (all of them|them all|the lot|the whole (box|bottle|packet|lot|thing|strip)|every last one|everything (in|i had|i have|i could))
        swallow* ~ {PILLS} -(with water|with food|every morning)
        (took|taken) ~3 too (much|many)( of (my|the|them|it)|$| and| again| last| tonight| what)
        too (much|many) (of )?(my |the |those |these )?(\w+ )?{PILLS} -(at the|for my|in my diet|a day)
        (everything|all) (that was |i had )?in the (medicine )?cabinet
        all (of )?(my|the|his|her|our|these|those|mums|dads|nans) ~2 {PILLS} -(to the chemist|back|on time|as|every|regularly|like|with me|sorted|before breakfast)
        overdos(ed|ing|es)? -(on (chocolate|sugar|coffee|caffeine|netflix|carbs|tv|ice cream|cake|sweets|memes)|awareness)
        drink(ing)? (bleach|antifreeze|poison|detergent|drain cleaner|weedkiller)
        (drank|swallowed) ~1 (bleach|antifreeze|poison|detergent|drain cleaner|weedkiller)
        drank ~4 and (took|swallowed) ~2 {PILLS}
        stopped (taking )?my insulin
        not taking my insulin (on purpose|so|anymore)
        (suicide|another|second|third|last|first) attempt -(at|to (quit|stop|learn|call|reach|book|get|phone|pass|contact)|with|on the|of the)
        (tried|trying|try|attempted|attempting) to (drown|hang|overdose|suffocate|end it|jump off|die|strangle myself|starve myself|end my|gas myself)
        (jump*|step*|walk*|throw*|threw|fall|leap*|run|ran|running|lie|lying|lay) ~2 (off|from|in front of|under) ~2 (bridge|roof|rooftop|building|train|trains|balcony|cliff|cars?|truck|lorry|bus|window|traffic|platform|tracks|tram|overpass|ledge) -(station|stop|again tomorrow for|replacement)
        (step*|walk*|throw*|threw|run|ran|running|jump*) ~2 into ~2 (traffic|train|trains|the sea|sea|river|canal|lake|tracks|oncoming|the road|the loch)
        (drive|driving|drove|swerve|swerving|swerved|crash*|steer*|run|wrap*) ~2 (into|off|under|round|around) ~2 (tree|wall|bridge|truck|lorry|oncoming*|river|pole|cliff|road|barrier|pillar|lamp post|central reservation)
        (let go of|turn|turning|yank*) the (steering )?wheel
        (lie|lying|lay|laying|walk*|stand*|sit*|stood|sat) (down )?on the (train |railway |railroad )?(tracks|rails|line)
        (cut*|slit*|slash*|open*|slic*) (open )?my (own )?(\w+ )?(wrists?|veins?|throat)
        {BODY} (is|are|wont stop|keeps?|still) ~2 (bleeding|cut open|pouring)
        (wont|doesnt|cant get it to|not) stop* bleeding
        (did|done|do|doing) something to (my (wrists?|arms?|legs?|body)|myself)
        (hang|hanging|hanged|hung|shoot|shooting|shot|drown|drowning|gas|gassing|suffocate|suffocating|strangle|strangling|electrocute|poison|poisoning|stab|stabbing) myself
        (throw|throwing|threw|fling) myself (off|under|in front|out|from|down|into the (sea|river|path))
        (i have |ive |i )cut (again and|too deep|deep|deeper|so deep)
        i cut ~2 deep
        (starve|starving) myself to death
        (fish*|pulled|dragged|talked|got) me (out of the river|off the (bridge|roof|ledge|railing))
        """,
        BODY=BODY,
        PILLS=PILLS,
    ),
    Tier.HIGH,
)

GOODBYE = Sayings(
    "goodbye",
    Tier.HIGH,
    Judged.OWN,
    ways(
        r"""
        (goodbye|suicide|farewell|good bye) (note|notes|letter|letters|video|videos|message|messages|text|texts|email|emails)
        (wrote|written|writing|write|made|making|changed|signed|updated|finished) my will -(power)
        (wrote|written|writing|leaving|left|recorded|recording) ~3 (letters?|notes?|videos?|cards?) (to|for) (the kids|my kids|my children|my family|each|everyone|my mum|my mom|my wife|my husband|my son|my daughter|them all|after|when im|my boys|my girls|my parents|my sister|my brother) ~ (for|after|when|goodbye|to open|explaining|saying)
        (wrote|written|writing|write) ~1 (letters?|notes?) (to|for) (the kids|my kids|my children|each of|my boys|my girls|them all)
        (letters?|notes?) (are|is) (written|on the|in the|by the) (table|kitchen|drawer|bed|desk|safe)
        for (after|when) (im|i am|i) (gone|go|dead) -(on|to|away|back|home|shopping|for)
        (everything|its all|its|all) (is )?for after$
        (when|after|once|if) (im|i am) (gone|dead|not here anymore|no longer here) -(on|to|for|away|from|next|over|home|by|in the)
        (find|finds|found|finding|discover) my (dead )?body
        (when|before|until|after) (they|you|she|he|somebody|someone) finds? me( like|$| please| tell| dead| it)
        by the time (anyone|they|somebody|someone|anybody|she|he|you|any of you|this) (finds?|reads?|sees?|gets?|sends?|open)
        by the time (im|i am) found
        if (you|anyone|somebody|someone) (reads?|finds?|is reading|are reading) this
        (finally |will |ill |want to |just want to |soon )be (at peace|at rest|with (god|jesus|the lord|the angels))
        it will all be over (soon|tonight|tomorrow)
        (itll|it will|will|ill) ~1 be over (tonight|soon|by tomorrow|by morning)
        tell (my|the) (\w+ )?(kids|mum|mom|mam|dad|wife|husband|son|daughter|family|children|boys|girls|sister|brother|parents|girlfriend|boyfriend|partner|dog|cat|babies|ma|mother|father|everyone) (that )?(im sorry|i am sorry|i love|i loved|i always|i tried|it wasnt|goodbye|it was not|its not (his|her|their))
        (the|this is the|its the|be the) last time (you|we|anyone|anybody|youll|well|ill|im)( will| ever| ll)? (hear|see|speak|talk|write|text|message) -(you in person|for a while)
        (leave|leaving|left) (this|the) (world|earth|planet|life) -(a better|of)
        (be with|join|joining|follow|following|see|seeing|go to) (him|her|them|my \w+|mum|mom|dad|nan|you) (in heaven|on the other side|in death|up there|in the next life|in paradise) -(cafe)
        (join|joining) (him|her) soon
        (want|ready|time|going) to (be with|join|follow) (him|her|mum|mom|dad|nan|my (mum|mom|dad|wife|husband|son|daughter|baby|brother|sister|boy|girl)) (now|again|soon|today|tonight)
        it ends (tonight|today|now|here|tomorrow)
        say(ing|s)? (my |his |her |their )?(last |final )?goodbyes? to (everyone|people|everybody|you all|all of you|my (kids|family|children|friends|dog|cat)|the world|life)
        (said|made|saying|say) (all )?my (last |final |own )?goodbyes -(at|to (the|my) (team|colleagues|class|office|nan|dad|mum))
        goodbye (forever|everybody|world|cruel|for good|for ever)
        (^|this is |so )goodbye everyone -(at|in the)
        (my|this is the|the|these are my) (last|final) (goodbye|words( to| are|$))
        (this is|its|be) my (last|final) (message|text|note|letter|night|day on earth|day|week on|christmas|birthday|words) -(here|at|of|with|before|in|session|chance|until|for|there)
        (giv*|gave) away (all )?(of )?my (things|stuff|belongings|dog|cat|pets|possessions|clothes|records|guitar|books|tools)
        (gave|given|giving) (the|my) (cat|dog|cats|dogs|birds|plants|rabbit) (away|to (the|my|a))( neighbour| sister| brother| friend| mate| shelter)?( and| so|$| for good| will)
        (said|saying|kissed) ~2 (bye|goodbye) to (my (cat|dog|kids|babies|children|boys|girls|mum)|the (kids|babies|children|dog|cat)) (while|and|for the last|without|as they|tonight|sleeping|$)
        (if|when) (you|u) dont hear from me
        (giving|given|gave|promised|left) (my|the) (dog|cat|pets|guitar|records|watch|car) (away )?(away|to (my|the|a) (neighbour|neighbor|sister|brother|friend|mate|shelter)) (so|because|for good|in case|since|and (wrote|paid|left))
        (put|putting|getting|got|sorted|sorting|have) (all )?my (affairs|papers|paperwork) (in order|sorted|ready for)
        my affairs are in order
        (will|shall|ill|im going to|i will) be dead( by| before| when| soon| tomorrow| on| in| then|$) -(tired|on my feet|meat)
        (wont|will not|shant|not going to) be alive( for| after| by| to| then| on|$| and| tomorrow| next| when| come| i)
        dead by (then|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the time|tonight|dawn|noon)
        in the ground by
        (passwords|pin|bank details|funeral|insurance) ~4 (for when|for after|so they|so nobody has|when im|once im)
        (planned|planning|paid for|chose|chosen|picked|sorted|arranged|written) (out )?my (own )?funeral
        last (night|day|sunset|sunrise|meal) (on earth|alive|ever|of my life)
        (you|they|nobody|no one|anyone|people) (wont|will never|will not|wouldnt|wont ever|will) (see|hear from|hear of|be hearing from|have to worry about|be bothered by|need to worry about) me (again|anymore|ever|after (today|tonight|this))
        (please |can you |could you |will you |someone |somebody )(look after|take care of|feed|mind|take|watch over) my (dog|cat|cats|dogs|kids|children|baby|mum|mom|boys|girls|son|daughter|sister|brother|animals|pets) (when im|after im|for me when|once im|if im not|if anything|after tonight|from now on|for me please|when i am)
        (thank you|thanks|sorry) for (everything|trying|all you did|all of it) ~2 (goodbye|i wont be|you did your best|it wasnt your fault|its not your fault|im sorry|its time|but im)
        (its|it is|this is) (not|nobodys|no ones) (your|her|his|their|anyones|anybodys|anybody elses|fault|one)( fault)?( what i| that i| if i| im (going|doing)| i (cant|couldnt|have))
        (its|it is) time (for me )?to (go|leave|say goodbye|join|rest)( now| for good| forever| and)?$
        (im|i am|i feel) at peace with (it|my decision|dying|going|what im)
        (made|make|making) my peace (with (it|god|dying|going|everyone)|and)
        (ive|i have|i) (had a good|done my|had my) (run|bit|time|innings)
        (forgive me|please forgive me|god forgive me|god forgive what) (for what|when|all|everyone|mum|mom|i cant|im|i)
        remember me (as|when|like|kindly|for)
        (dont|do not) (be sad|cry|blame (yourself|yourselves|anyone|her|him|the)|be angry) (when|if|for me|after|once|i)
        (theyll|they will|youll|you will|hell|shell|everyone will|she will|he will) (all )?be (sorry|happy|happier|relieved|free|fine|ok|okay|alright) (when|if|once|after) im (gone|dead|not here)
        """
    ),
    Tier.HIGH,
)

SAYINGS = (PLAN, MEANS_AT_HAND, ACT, GOODBYE)
