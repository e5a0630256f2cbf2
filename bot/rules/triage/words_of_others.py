"""Words of danger from another person and to another person, as regular expressions over plain words."""

_HURTING = (
    r"(?:hitting|beating|hurting|punching|choking|strangling|abusing|threatening|stalking|raping|slapping|kicking|attacking"
    r"|burning|biting|shoving|assaulting|molesting)"
)
_CLOSE = (
    r"(?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mum|mom|mother|stepdad|stepfather|brother|son|fiance|uncle"
    r"|ex husband|ex partner|ex boyfriend|bf)"
)
FROM_OTHERS = (
    r"(?:strangled|strangles|choked|chokes|raped|rapes|stabbed|punched|punches|slapped|slaps|molested|sexually (?:assaulted|abused)"
    r"|battered|gang raped) me(?! up$| up with\b)",
    r"(?:i )?(?:was|got|been|being|getting|get) (?:beaten(?! (?:at|by (?:a|two|one|the) (?:point|team|goal))\b)"
    r"|raped|strangled|choked|assaulted|stabbed|attacked(?! (?:by (?:bees|my own|my cat|wasps|a dog)|online)\b)|hit by (?:him|her|my)|molested)",
    r"being (?:abused|hurt by|stalked|threatened|hit|held|controlled by)",
    rf"(?:hes|shes|theyre|he is|she is|is|are|keeps|started|been) {_HURTING} me(?! with (?:his|her) words\b)",
    r"someone (?:is )?(?:hurting|following|threatening|stalking) me",
    r"not safe (?:at home|going home|in my (?:own )?(?:home|house)|with him|with her|here)",
    r"(?:dont|do not|never) feel safe (?:at home|going home|in my (?:own )?(?:home|house)|around him|with him|with her|here)",
    rf"unsafe (?:at home|in my|living with|with him|with her|around him|around her|(?:with|around) my {_CLOSE})",
    r"(?:scared|afraid|frightened|terrified) of (?:him|her)(?! (?:leaving|dying|judging|reaction|thinking|losing|finding|getting|being|not|saying|anger|when|mum|mom)\b)",
    r"(?:afraid|fear|scared|frightened|fearing) for my (?:life|safety)",
    r"(?:hell|shell|theyll|he will|she will|they will|he would|she would|hed|shed|going to|gonna|wants to|want to|could|would|might) (?:kill|hurt|shoot|stab) (?:us|the kids|the children|my (?:kids|children|family|mum|mom|dog|cat))",
    r"(?:hell|shell|theyll) (?:kill|hurt|beat|find|come for|shoot|stab) me(?! a\b)",
    r"(?:says?|said|saying|swears?|swore|told me|tells me|texted|threatens?) (?:that )?(?:hell|shell|theyll|hed|shed|theyd|(?:he|she|they) (?:will|would|is going to|was going to|wants to)) (?:burn|kill|hurt|shoot|stab|beat|rape|find|destroy|come for|smash|ruin)(?! (?:himself|herself|themselves)\b)",
    r"(?:he|she|they|husband|wife|partner|ex|boyfriend|girlfriend|dad|father|brother|son|man|guy) (?:has|had|have|got|is holding|grabbed|pulled|took|picked up|came at me with|goes for) (?:got |out )?(?:a |the |his |her )?(?:knife|gun|axe|bat|machete|hammer)",
    r"(?:hes|shes) (?:got|holding|waving) (?:a |the )?(?:knife|gun|axe|bat|machete|hammer)",
    r"hiding (?:in the (?:bathroom|toilet|bedroom|closet|wardrobe|basement|garage|car)|from (?:him|her|my (?:husband|ex|partner|dad|father|boyfriend|wife)))",
    r"locked myself in(?! the office)",
    r"death threats?",
    r"(?:raised|raises|raising) (?:his|her) (?:fist|fists|hand|hands)(?! in class| up| to ask)",
    r"lock(?:s|ed) the doors? (?:and|so)|(?:took|takes|hid|hides) my (?:keys|phone|passport)",
    r"forc(?:es|ed|ing) me to do (?:things|it|something|that|stuff)",
    r"h(?:e|o)ld(?:s|ing)? me (?:down|under)|(?:picture|photo|video) of (?:a|his|the|her) (?:gun|knife)",
    r"follow(?:ed|s|ing) me (?:home|again|to my|everywhere|around|all)|tried (?:to get in|the door|to break in)",
    r"finish me(?: off|$)|(?:make|makes|made) me pay for leaving",
    r"(?:uncle|dad|father|stepdad|stepfather|brother|cousin|grandpa|grandfather|coach|neighbour|neighbor) (?:\w+ ){0,2}?(?:touched|touches|touching|molested) me",
    r"my (?:partner|husband|wife|boyfriend|girlfriend|ex) (?:\w+ )?(?:is|was|gets|got|has been|keeps being) (?:\w+ )?(?:abusive|violent|dangerous)",
    r"found out where (?:i live|we live|im)",
    r"(?:turns|turning|turned|shows|showing|showed) up (?:at|outside) my (?:house|home|flat|door|work)",
    r"(?:drugged|groped|molested|assaulted) me|spiked my drink|sexually assault\w*|without my consent|against my will",
    r"forc\w+ (?:me )?(?:to marry|into (?:a )?marriage|into sex)",
    rf"(?:escape|flee|fled|run away|ran away|hide) from (?:him|her|home|my {_CLOSE})",
    r"(?:pushed|pushes|shoved|shoves|threw|throws|dragged|slammed) me (?:down|against|into|off|over|onto|to the (?:ground|floor|wall)|across|out of the car)",
    r"(?:broke|breaks|fractured|bruised) my (?:arm|nose|rib|ribs|jaw|wrist|finger|phone so)",
    r"(?:scared|afraid|frightened|terrified) (?:to go|of going|to be at|of being at) home(?! alone\b)",
    rf"(?:scared|afraid|frightened|terrified) of my (?:\w+ )?{_CLOSE}(?: |$)"
    r"(?!leaving|dying|judging|reaction|thinking|losing|finding|getting|being|going)",
    r"threat(?:ens|ened|ening) to (?:kill|hurt|burn|shoot|stab|rape|find|take the|beat)",
    r"threat(?:ens|ened|ening|en) (?:me|us|my (?:kids|life|family|children))",
    r"(?:pulled|held|put|holds|points|pointed) (?:a |the )?(?:knife|gun) (?:on|to|at|against) (?:me|my)",
    r"(?:knife|gun) (?:on|at) me",
    r"hands? (?:around|on|round) my (?:neck|throat)",
    r"(?:grab|grabs|grabbed|drag|drags|dragged) me by (?:the|my) (?:throat|neck|hair|arm)",
    r"forc(?:es|ed|ing) (?:himself on me|me to (?:have sex|sleep with|do things|touch))",
    r"made me have sex",
    r"lock(?:s|ed) me (?:in|up|inside)",
    r"(?:wont|doesnt|will not|refuses to) let (?:me|us) (?:leave|out(?! of my sight)|out of the house|go out|see my (?:family|friends)|use my phone)",
    r"(?:throws|threw|throwing|chucked|smashed) (?:\w+ ){1,3}at (?:me|us|my (?:head|face|back))",
    r"my life is in danger",
    r"(?:im|i am|were|we are) in danger",
    r"(?:im|i am|still) (?:\w+ )?in an? (?:abusive|violent) (?:relationship|marriage|home)",
    r"victim of domestic",
    r"(?:hes|he is|shes|she is|my ex is) outside (?:my|the) (?:house|door|flat|window|home)",
    r"(?:breaking|broke) into my (?:house|flat|home)",
    r"(?:stalking|following) me(?: (?:home|again|everywhere))",
    r"beat(?:s|en|ing)? me (?:up|badly|black|until|when|every|again|last|yesterday|with)",
    r"touch(?:es|ed) me (?:at night|down there|where)",
    r"black eye from",
    r"bruises (?:from|where|on my (?:neck|arms))",
    r"hit me (?:again|last night|yesterday|today|tonight|in front of|in the face)",
    r"domestic violence (?:at home|in my)",
)
FROM_A_PERSON = (
    r"(?:hits|hit|beats|beat|kicks|kicked|bites|bit|burns|burned|burnt|attacks|attacked|shoved|shoves|pushes|pushed|grabs|hurts|hurt"
    r"|abuses|abused|whips|whipped|smacks|smacked|spits on|spat on) (?:me|us)(?: (?:and|or) (?:the )?(?:kids|children))?(?! (?:up|back|with (?:a question|the|his words|her words|an idea)"
    r"|that|like|hard when i|out|off|about|to (?:the|it|do|try|be|go|finish|apply|study)|deeply|emotionally|by (?:saying|leaving|not|ignoring|forgetting)|when (?:he|she|they) (?:said|left|forgot)|so much when|a lot when|over)\b)",
    r"(?:going|gonna|wants|want|trying|tried|try|will|ll|would|might|could) (?:to )?(?:kill|hurt|beat|stab|shoot|strangle|rape) me",
    r"(?:hell|shell|theyll) (?:kill|hurt|beat|find) me(?! a\b)",
    r"violent (?:with|towards|to|again)(?: me)?",
    r"(?:gets|got|is|was|getting|became|becomes) (?:physically )?(?:violent|physical with me)",
)

_CHILD = r"(?:my (?:own )?(?:baby|son|daughter|kids?|child|children|newborn|little one|toddler)|the (?:baby|kids|children))"
_ANYBODY = (
    r"(?:him|her|them|you|someone|somebody|people|everyone|everybody|my (?:\w+ )?"
    r"(?:wife|husband|partner|mum|mom|dad|mother|father|brother|sister|boss|neighbour|neighbor|ex|girlfriend|boyfriend|family|stepdad|parents|colleague|teacher|psychologist|therapist))"
)
_INTENT = r"(?:want|wants|wanna|going|gonna|will|ill|might|may|could|urge|urges|about|ready|plan|planning|planned|able|tempted|need|close|swear ill|hell|shell)"
TO_OTHERS = (
    rf"{_INTENT} (?:to )?(?:just |really |actually )?(?:kill|murder|stab|shoot|strangle|smother|poison|drown|hurt)(?:ing)? (?:{_CHILD}|somebody|someone|people)",
    rf"{_INTENT} (?:to )?(?:just |really |actually )?(?:kill|murder|stab|shoot|strangle|poison)(?:ing)? {_ANYBODY}(?! (?:with kindness|a message|an email|a text)\b)",
    rf"(?:want|wants|wanna|going|gonna|urge|urges|plan|planning|about|ready) (?:to )?(?:really |seriously )?(?:hurt|harm|attack|beat up|beat) {_ANYBODY}(?! (?:feelings|with|by|at|to)\b)",
    rf"(?:scared|afraid|worried|worry|frightened|fear|feared|thoughts?|images?|thinking|think|fantasi\w+|dream\w*) (?:that )?(?:of|about|i will|i might|ill|i could|i may|im going to)? ?(?:hurt|harm|kill|shake|smother|stab|drown)(?:ing)? (?:{_CHILD}|somebody|someone|people)",
    rf"(?:thoughts?|fantasi\w+|images?|thinking|think) (?:of|about) (?:killing|stabbing|murdering|strangling|shooting) {_ANYBODY}",
    r"kill (?:him|her|them|you|someone|somebody)(?! with kindness\b)",
    rf"(?:worry|worried|afraid|scared|fear|urges?|thoughts?|images?|want|going|might|could) (?:\w+ ){{0,6}}?(?:throw|throwing|drop|dropping|shake|shaking|smother\w*|hurt|hurting|kill|killing|hit|hitting|drown\w*|stab\w*) {_CHILD}(?! off| at school| to (?:school|bed|kindergarten)|s feelings)",
    r"(?:snap|explode|lose it|lose control) and (?:\w+ ){0,2}?(?:hurt|hit|kill|harm|stab|attack)",
    r"(?:lose|losing|lost) (?:control|it|my temper) (?:and|with) (?:\w+ ){0,2}?(?:hurt|hit|kill|harm|shake|hitting|hurting)",
    r"(?:want|wish|wants) (?:him|her|them|my \w+) (?:to be |was |were )?dead",
    r"(?:violent|murderous) (?:thoughts|urges|fantasies|images)",
    rf"(?:shook|shake|shaking|hit|hitting|smothered) {_CHILD}(?: (?:again|too|hard|when|last|because))",
    r"(?:kill|killing|hurt|hurting|hurts|harm|harming|harms|harmed|cut|cutting|cuts|hang|hanging|shoot|shooting|drown|drowning|burning|burns)"
    r" (?:himself|herself|themself|themselves)(?! (?:shaving|cooking|playing|skiing|running|at|off)\b)",
    r"(?:killed|hanged|hung|shot) (?:himself|herself|themselves) (?:today|last night|this morning|yesterday|tonight)",
    r"(?:taken|took|swallowed) an overdose",
    r"(?:hits|hit|hitting|beats|beating|hurts|hurting|abusing|abuses|touches|molests) (?:my (?:kids?|son|daughter|child|children|baby|mum|mom|mother|sister|brother)|our (?:kids?|son|daughter|baby|child|children)|the (?:kids|children|baby))"
    r"(?! with|s feelings\b)",
    r"bring(?:ing)? a (?:gun|knife) to (?:school|work|the)",
    r"going to (?:shoot up|blow up|burn down)",
)
