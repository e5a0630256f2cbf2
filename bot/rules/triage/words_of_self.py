"""Words of danger from oneself, as regular expressions over plain words, by what they say."""

# Everything here is read without case, accents, apostrophes and punctuation: «don't» is «dont».

_PILLS = (
    r"(?:pills?|tablets?|meds|medication|medicine|paracetamol|panadol|tylenol|ibuprofen|aspirin"
    r"|antidepressants|xanax|valium|sleeping pills|painkillers|insulin|codeine)"
)
_MEANS = rf"(?:{_PILLS}|rope|noose|gun|razors?|razor blades?|blades?|knife|knives|scissors)"
_AT_HAND = r"(?:here|ready|in front of me|in my hands?|beside me|next to me|on the table|with me)"
_WISHING = (
    r"(?:want|wants|wanted|wanting|wanna|wish|wishes|wished|ready|prepared|deserves?|deserved|rather"
    r"|going|gonna|hope|hoping|hoped|long|longing|feel like|felt like|like|time|begged|pray|praying)"
)
_EVERYONE = r"(?:everyone|everybody|people|they|them|the world|my \w+|all|others|you|he|she|it)"
_DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
    r"|(?:the )?\d+(?:st|nd|rd|th)|(?:this |that )?(?:holidays?|trip|dates?|walk|cruise|tour|plane|weekend)"
    r"|a|the|my|to|about|stage|facebook|instagram)\b"
)
_BODY = r"(?:wrists?|arms?|legs?|thighs?|skin|veins?|throat)"

OWN = (
    # ending one's life
    r"kill(?:ing|ed)? (?:off )?(?:myself|my self|me self)",
    r"(?:end|ends|ending|ended|take|takes|taking|took) (?:my|his|her|their) (?:own )?life",
    r"end(?:ing)? (?:it all|everything|myself)",
    r"(?:going|gonna|ready|about|plan|planning|decided|want|wanna|thinking of|thinking about)"
    r" (?:to )?end(?:ing)? it(?! with| between| amicably| on good| early| there\b)",
    r"thinking (?:of|about) ending (?:things(?! with| between\b)|it(?! with| between\b)|everything)",
    r"unaliv(?:e|ing)",
    r"(?:off|top|neck|unalive) myself",
    r"do(?:ing)? away with myself",
    r"ctb",
    r"suicid(?:e|al)",
    r"sui?cide",
    r"suiside",
    r"suicidle",
    r"suicidality",
    r"(?<!\d )(?<!\d)(?<!few )(?<!many )(?<!hundred )kms(?! (?:away|from|per|an hour|of|run|to|walk|long|and back|each)\b)",
    rf"{_WISHING} (?:to )?(?:just |simply |really )?(?:die|be dead|stop existing|cease to exist)",
    r"going to die tonight",
    r"think(?:ing)? (?:about|of) (?:dying(?! my| her| his| wool\b)|not being here|being dead)",
    r"thoughts? (?:of|about) (?:dying|ending(?! (?:with|things with)\b)|(?:harming|hurting|killing)(?! (?:him|her|my|the|them|some\w*|people|others|you|an)\b)|death|not being (?:here|alive)|self)",
    r"fantasi[sz]e about (?:dying|death|being dead)",
    r"looking forward to (?:dying|being dead)",
    r"(?:plan|planned|planning|way|ways|how|method|methods) to (?:die|kill myself|end my life|do it painlessly)",
    # hurting oneself
    r"(?:hurt|hurting|harm|harming|harmed|cut|cutting|burn|burning|burned|burnt|injure|injuring|stab"
    r"|stabbing|poison|poisoning|drown|drowning|hang|hanging|shoot|shooting|suffocate|strangle"
    r"|strangling|electrocute|gas|gassing|hitting|throw|throwing|starve) (?:myself|my self)",
    r"self ?harm(?:ing|ed|s)?",
    r"self injur(?:y|ing)",
    r"(?:cut|cutting|slit|slitting|slash|slashing|open)"
    rf" my (?:\w+ )?{_BODY}",
    r"(?:started|been|back to|want to|need to|urge to|urges to|relapsed and) cut(?:ting)?"
    r"(?= again| tonight| to cope| $|$)",
    r"relapsed (?:with|into|and) (?:the )?(?:cutting|self|razor|blade)\w*",
    r"overdos(?:e|ed|es|ing)",
    r"drink(?:ing)? bleach",
    r"drank bleach",
    r"lethal dose",
    # means
    rf"(?:have|got|holding|with|hold|took|brought) (?:\w+ ){{0,3}}?{_MEANS} (?:\w+ )?{_AT_HAND}",
    rf"(?:have|got) the {_PILLS}(?! (?:from|for|you|i was)\b)",
    rf"{_MEANS} (?:is|are) (?:right )?{_AT_HAND}",
    rf"(?:saved up|saving|saving up|hoard(?:ed|ing)|stockpil(?:ed|ing)|stash(?:ed|ing)|counted|counted out"
    rf"|counting|counting out|lined up|collecting|looking at|staring at) (?:\w+ ){{0,3}}?{_PILLS}",
    r"(?:bought|found|got|tied|tying|have) (?:a |some |the )?(?:rope(?! for)|noose|gun|razor blades)",
    r"gun (?:to|in|against) my (?:head|mouth|temple)",
    r"knife (?:to|at|against|on) my (?:wrist|throat|skin|arm)",
    rf"(?:took|taken|taking|take|swallow|swallowed|swallowing|downed) (?:\w+ ){{0,3}}?(?:all|whole|too many|so many"
    rf"|lots of|a lot of|handful of|box of|boxes of|packet of|packets of|pack of|packs of|bottle of|strip of|strips of"
    rf"|every|bunch of|load of|loads of|\d\d+|twenty|thirty|forty|fifty) (?:\w+ ){{0,3}}?{_PILLS}",
    rf"how many {_PILLS}",
    r"how (?:high|far) (?:a|the|of a) (?:fall|drop|jump)",
    r"high enough to (?:die|kill)",
    r"(?:painless|quickest|easiest|fastest|least painful|best) way (?:to (?:die|go|end)|out)",
    r"(?:jump|jumping|jumped|step|stepping|walk|walking|throw|throwing|threw|fall|leap|leaping|run|ran|running|drive|driving|drove|walked|stepped|swerve|swerved|crash)"
    r" (?:\w+ ){0,2}?(?:off|from|in front of|into|under) (?:\w+ ){0,2}?(?:bridge|roof|rooftop|building|train"
    r"|trains|balcony|cliff|cars?|truck|lorry|bus|window|traffic|platform|tracks|tram|tree|wall|overpass|ledge|sea|river)"
    r"(?! station| stop\b)",
    r"(?:jump\w*|climb\w*|lean\w*) over the (?:rail|railing|railings|ledge|edge|fence|barrier)",
    r"(?:standing|sitting|stood|im|am|here) (?:\w+ )?(?:on|at|by) (?:\w+ )?(?:the|a|an|this)"
    r" (?:edge of the |top of the )?(?:bridge|ledge|roof|rooftop|railing|overpass|cliff|train tracks|railway)",
    rf"(?:vodka|wine|whisky|whiskey|alcohol|gin|rum|drunk|drink) and (?:\w+ ){{0,3}}?{_PILLS}",
    rf"all (?:of )?(?:my|the|his|her|our|these|those) (?:\w+ ){{0,2}}?{_PILLS}",
    rf"swallow(?:ed|ing) (?:\w+ ){{0,3}}?{_PILLS}",
    r"(?:bridge|roof|rooftop|tracks|platform|cliff|station|ledge|balcony) (?:\w+ ){0,6}?(?:dont know what ill do|scared|jump|do it|goodbye)",
    rf"{_BODY} (?:is|are) (?:\w+ )?(?:bleeding|covered in|full of cuts|cut open)",
    rf"(?:cut\w*|scratch\w*|slic\w+|carv\w+|burn\w*|stab\w*|hit\w*|hurt\w*) (?:my|in my|into my|on my) (?:own )?(?:{_BODY}|face|head|hands?|stomach|body)"
    r" (?:with|until|on purpose|again|to feel|because|every|whenever)",
    r"(?:scratch\w*|carv\w+|slic\w+) myself|(?:bit|bite|biting|pinch\w*) myself (?:till|until|hard|on purpose|again|so)",
    r"(?:purposely|deliberately|on purpose|intentionally) (?:\w+ )?(?:burn|cut|hurt|bit|scratch|hit|harm|injur|starv)\w*",
    r"(?:hit|hitting|bang|banging|banged|bash|bashing|smash\w*) my (?:own )?head (?:against|on|into|until|with|off|again)",
    r"(?:did|done|do|doing) something to my (?:wrists?|arms?|legs?|body)",
    r"(?:fatal|lethal|deadly) (?:dose|amount|overdose)|(?:dose|amount|much) (?:\w+ ){0,5}?(?:be fatal|is fatal|be lethal|is lethal|kill (?:me|you|someone|a person))",
    r"(?:swallowed|drank|drink|drinking) (?:\w+ )?(?:bleach|antifreeze|poison|detergent|drain cleaner|weedkiller)",
    r"(?:rope|noose) is (?:in|tied|ready|up|hanging|here|already)",
    r"(?:have|got|has|own|keep|find|found|get|getting) (?:\w+ ){0,3}?(?:rifle|shotgun|pistol|revolver|handgun)",
    r"(?:plan\w*|want|wanted|going|gonna|ready|thinking of|thinking about|about) (?:to )?(?:jump(?:ing)?|hang(?:ing)?)(?= tonight| off| in front| from|$)",
    r"(?:lie|lying|lay|laying|walk\w*|stand\w*|sit\w*) (?:down )?on the (?:train |railway )?(?:tracks|rails)",
    r"(?:search\w*|googl\w+|look\w* up|research\w*|read\w* about|reading about) (?:\w+ ){0,3}?(?:to die|kill|suicide|overdose|hang|painless)",
    r"how long (?:it takes|does it take|would it take) to (?:die|bleed|drown)",
    r"(?:does|will|would) (?:it hurt to die|dying hurt)",
    r"(?:sewer ?slide|self delet\w+|commit not alive|final exit)",
    rf"(?:took|taken|taking|take|swallowed) (?:\w+ ){{0,2}}?(?:\d|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|fifteen|sixteen|eighteen|several|handfuls?|extra) (?:\w+ ){{0,3}}?{_PILLS}",
    r"(?:taking|take|took|swallow|swallowed) (?:all of them|them all|the lot|the whole (?:box|bottle|packet|lot|thing|strip))",
    rf"enough {_PILLS}",
    rf"too (?:much|many) (?:of )?(?:my |the |those )?(?:\w+ )?{_PILLS}|(?:everything|all) in the (?:medicine )?cabinet",
    r"stopped (?:taking )?my insulin|(?:i|i have|ive) cut (?:again|deep|deeper|too deep)",
    r"(?:bridge|roof|cliff|tracks|platform) (?:\w+ ){0,2}?(?:almost|nearly) (?:did|jumped|went|fell|let)",
    rf"(?:keep|kept|hide|hid|hiding|carry|carrying|have) (?:a |the |my |some )?(?:razor|blade|blades|knife|rope|noose|{_PILLS}) (?:hidden|under my|in my (?:drawer|pocket|pillow|sock|bed)|beside my|by my bed)",
    r"(?:plan\w*|figur\w* out|worked out|know|thinking about|think about|decided|imagin\w*) (?:exactly )?how (?:i|id|ill|im)(?: would| will| going to)? (?:do it|end|die|kill)",
    r"(?:stood|standing|sat|sitting) (?:\w+ ){0,3}?(?:platform|bridge|roof|rooftop|cliff|ledge|tracks|window|edge) (?:\w+ ){0,8}?(?:thinking about|think about|thought about|imagining|wondering)",
    r"(?:drive|drove|driving|swerve|swerving|crash|crashing|run|steer\w*) (?:\w+ ){0,2}?(?:off the road|into oncoming|into the river|off a|into a (?:pole|wall|tree))",
    r"(?:get|gets|got|be|getting) (?:hit|run over|struck|crushed|killed) by (?:a|the) (?:bus|car|train|truck|tram|lorry)",
    # goodbye
    r"(?:wrote|written|writing|made|making|changed) my will(?! power)",
    r"join (?:him|her|them|my \w+) (?:soon|tonight|in|up)",
    r"(?:theyll|they will|youll|you will|hell|shell|everyone will) (?:all )?be (?:sorry|happy|happier|better off|relieved|free) (?:when|if|once|after) im (?:gone|dead)",
    r"(?:goodbye|farewell) (?:message|text|email|messages|texts)",
    r"for (?:after|when) (?:im|i am|i) (?:gone|go|dead)(?! (?:on|to|away|back|home|shopping|for)\b)",
    r"(?:find|finds|found) my body|when (?:they|you|she|he) finds? me",
    r"by the time (?:anyone|they|somebody|someone|anybody|she|he) (?:finds?|reads?|sees?|gets?)",
    r"(?:finally |will |ill |want to |just want to )be at peace",
    r"it will all be over (?:soon|tonight|tomorrow)",
    r"tell my \w+ (?:that )?(?:im sorry|i love|i loved|i always)",
    r"the last time (?:you|we|anyone|anybody|youll|well)(?: will| ever| ll)? (?:hear|see|speak|talk)",
    r"(?:leave|leaving|left) (?:this|the) (?:world|earth|planet)",
    r"(?:be with|join|follow) (?:him|her|them|my \w+) (?:in heaven|on the other side|in death|up there)",
    r"it ends (?:tonight|today|now|here|tomorrow)",
    r"(?:through|survive|last) (?:another|the|this|to|until) (?:night|weekend|morning)",
    r"say(?:ing|s)? (?:my |his |her |their )?(?:last |final )?goodbyes? to (?:everyone|people|everybody|you all|all of you|my (?:kids|family|children|friends))",
    r"goodbye (?:forever|everyone|everybody|world|cruel)",
    r"(?:my|this is the|the) (?:last|final) (?:goodbye|words)",
    r"(?:this is|its) my (?:last|final) (?:message|text|note|letter|night|day on earth)",
    r"(?:goodbye|suicide|farewell) (?:note|notes|letter|letters|video)",
    r"by the time you (?:read|see|get) this",
    r"(?:when|after|once) im (?:gone|dead)(?! (?:on|to|for|away|from|next|over)\b)",
    r"(?:giving|gave|given) away (?:all )?my (?:things|stuff|belongings|dog|cat|pets)",
    r"(?:put|putting|getting|got) my affairs in order",
    r"last (?:night|day) on earth",
    r"you (?:wont|will never|will not) (?:see|hear from) me (?:again|anymore|ever)",
    # nobody would miss me
    r"better off (?:dead|without me|if i (?:was|were|died|wasnt|werent|didnt|disappeared|left this))",
    rf"(?:easier|better|happier|simpler|relieved|best|kinder|fine) (?:for {_EVERYONE} )?(?:if i (?:just )?(?:was gone|were gone"
    r"|was dead|were dead|was not here|were not here|was not around|were not around|wasnt (?:here|around|alive|born|there)"
    r"|werent (?:here|around|alive|born|there)|died|disappeared|didnt exist|vanished|stopped existing|never existed"
    r"|had never been born)|with me (?:gone|dead)|without me(?: (?:here|around|alive))?)",
    r"(?:nobody|no one|noone|anyone|anybody|who)(?: \w+){0,2} (?:miss me|(?:notice|care|mind|cry|know)"
    r" if i (?:was|were|died|die|disappeared|disappear|wasnt|werent|didnt|never|just|killed|vanished|jumped))",
    r"(?:a |such a |just a |only a )burden (?:to|on|for) (?:everyone|everybody|them all|you all|the world|all of)",
    r"wish(?:ed|es|ing)? (?:that )?(?:i|he|she|they) (?:was|were) (?:dead|gone|never born|not here|not alive)",
    r"wish(?:ed|ing)? (?:that )?i (?:could|would) (?:just |simply )?(?:die|disappear|vanish|stop existing|cease"
    r"|go to sleep (?:and|forever)|fall asleep (?:and|forever)|sleep forever)",
    r"(?:want|wanted|wanna|wish|going|gonna) (?:to )?(?:just )?(?:disappear|vanish)(?! (?:on|for a|into the|to|from (?:work|facebook|social))\b)",
    r"sleep forever",
    r"never wake up(?! (?:before|early|on|at|until|in|to|refreshed|rested|after|so|that)\b)",
    r"(?:go|going) to sleep and (?:not|never)",
    r"fall asleep and (?:not|never)",
    # not safe with oneself
    r"(?:might|will|may|could|ill|gonna|going to|about to) do something (?:stupid|drastic|terrible|awful|bad|silly|to myself|i cant)(?! like\b)",
    r"(?:scared|afraid|frightened|worried) (?:of|about) what i(?:ll| will| might| could| may|d| would)? do(?: to myself| tonight|$)",
    r"dead inside",
    r"(?:keep|kept|been|started|still) (?:on )?cutting(?= and cant| again|$| to | at night| every)|(?:survive|get through|last) tonight",
    rf"(?:bought|buy|buying|got|getting) (?:\w+ ){{0,3}}?{_PILLS} to (?:end|die|kill|do it|finish)|drank (?:\w+ ){{0,4}}?and (?:took|swallowed) (?:\w+ ){{0,2}}?{_PILLS}",
    r"(?:dying|death) (?:would|might|is|seems|sounds) (?:be )?(?:so |much )?(?:easier|better|peaceful|a relief|the only)|happier dead",
    r"(?:hope|hoping|want|wish|pray\w*) (?:that )?i (?:just )?(?:die|get killed|never wake|drop dead)",
    r"(?:use|sense) (?:of|in) (?:me |my )?(?:being here|being alive|living|existing|life)",
    r"not (?:to )?feel anything (?:ever again|anymore|ever)",
    r"should (?:just |really )?end it(?! (?:with|between|here|at|early)\b)",
    r"(?:they|he|she|it|thoughts|voices) says? (?:jump|die|kill|do it)",
    r"(?:to be|being|be better|better) dead(?! (?:tired|serious|honest|sure|on|easy)\b)",
    r"i (?:must|have to|need to|ought to|had to) die|(?:supposed|meant) to (?:die|be dead)",
    r"had enough of (?:this |my )?(?:life|living|existence|it all|being alive|existing)",
    r"why (?:should i|am i|do i|bother) (?:still |even |to |keep )?(?:alive|living|live|keep living|stay alive|exist|existing|go on|keep going|carry on)",
    r"be a burden (?:anymore|any longer|much longer|to)",
    r"(?:cant|cannot|can not|couldnt) (?:take|bear|stand|handle|live with|deal with|endure) (?:the|this|my|all this|all the|all of this)? ?(?:pain|hurt|suffering|emptiness|darkness|life|voices)",
    r"(?:let|want|wants|wanted) me (?:to )?(?:just )?(?:die|dead)",
    r"i should (?:just |probably |really )?(?:die|be dead|not exist|not be alive|kill|jump)|should have (?:died|let me die|killed me)",
    r"(?:want|welcome|beg\w* for|pray\w* for|wish\w* for|long\w* for|dream\w* (?:of|about)) (?:my (?:own )?)?death",
    r"think\w* (?:about|of) (?:my own death|my death|death (?:all|every|constantly|a lot|again|all the time))",
    r"(?:do|doing) myself in|finish(?:ing)? myself(?: off)?|get rid of myself|put(?:ting)? an end to (?:it|my life|myself|this life|everything|me|it all)",
    r"(?:im|i am|am) ending it(?! (?:with|between|early|at)\b)",
    r"danger to (?:myself|others|my (?:kids|children|family))",
    r"(?:want|wanted|wanna|wish|need|like) (?:to )?(?:just )?be gone(?! (?:by|before|from|for|at|on)\b)",
    r"(?:wish|wishing|hope|hoping|pray|praying) (?:that )?(?:a |some |something |the )?(?:car|truck|bus|lorry|train|lightning|cancer|something|someone|it) (?:would|will|could)? ?(?:hit|hits|kill|kills|take|takes|crush|run) me",
    r"(?:lost|no|lose|losing) (?:the |my |any )?will to live",
    r"(?:living|being alive|existing|life) (?:just )?hurts|hurts (?:too much |so much )?to (?:live|be alive|exist|go on)",
    r"(?:sleep|go) and (?:not|never) (?:come back|wake|return)|(?:wont|not|never|didnt|dont) (?:have to )?open my eyes (?:again|anymore|ever)",
    r"(?:nobody|no one|noone) (?:needs|wants) me(?: (?:here|around|anymore|alive))|(?:wont|will not) be missed",
    r"(?:suicide|another|second|third|last|first) attempt(?! at| to (?:quit|stop|learn|call|reach)\b)",
    r"(?:tried|trying|try) to (?:drown|hang|overdose|suffocate|end it|jump off|die|strangle myself|starve)",
    r"dead by (?:tomorrow|christmas|the weekend|monday|morning|my birthday|\w+ty)",
    r"waste of (?:space|oxygen|air|life)",
    r"if i (?:was|were) (?:just )?(?:dead|no longer (?:here|alive|around)|not (?:alive|around)|gone (?:forever|for good)|to die)",
    r"if i (?:just )?(?:died|killed myself|vanished|jumped|overdosed|disappeared)",
    r"(?:please|just|someone|somebody) kill me|kill me (?:please|now)|put me out of my misery",
    r"no future for me|future for me (?:is|isnt)",
    r"life (?:is|feels|seems|has become|has no) (?:so |just |completely )?(?:pointless|meaningless|unbearable|too painful|too much for me|meaning|unliveable)",
    r"want out(?: of (?:life|this life|here|it all|this world)|$)",
    r"(?:ready|want|wanna|going) to give up(?! (?:smoking|drinking|my|the|this|it|coffee|sugar|meat|alcohol|vaping|work|chocolate|a|gaming|dairy)\b| on (?:my|the|this|it|him|her|them|a)\b)",
    r"(?:voices?|head|brain|mind) (?:\w+ ){0,3}?(?:tells?|telling|says?|saying) (?:me )?(?:to )?(?:die|kill|jump|hurt|end|cut|do it)",
    r"(?:not|no longer) (?:being|be) (?:alive|around anymore|here anymore)|not existing|not waking up|stop existing|stopped existing",
    r"giv(?:e|ing|en) up on (?:life|living)",
    r"gave up on (?:life|living)",
    r"(?:done|finished) with (?:life|living|being alive|this life|this world)",
    r"(?:tired|sick|exhausted) of (?:living(?! (?:out of|in|with|at|like|from|here|so)\b)|being alive|existing|life(?! being)|this life|being here)",
    r"(?:hate|hating) (?:being alive|my existence|living(?! (?:in|with|at|here|alone|so|near|out|under|off|on|by|next)\b))",
    r"(?:want|wanted|need|wish) (?:it|this|everything|all of it|all this"
    r"|it all|the pain|the hurt|the voices|my life|life|everything around me) to (?:just |all )?(?:stop(?! \w+ing\b)|end|be over|go away forever)",
)

# These have a «not» of their own.
_NOT = r"(?:dont|do not|doesnt|does not|didnt|did not|never|not|wouldnt mind if i|cant)"
OWN_FOR_CERTAIN = (
    rf"{_NOT} (?:really |even |just |actually |think i |think i even )?(?:want|wants|wanna|wanted|wish|care)(?: to)? "
    r"(?:live|living|be alive|being alive|exist|existing|wake up|see tomorrow|see another day|see the morning|keep living"
    r"|keep going|carry on|continue living|stay alive|be around|be in this world|be on this (?:earth|planet)|grow old"
    rf"|live like this|go on(?! {_DAY})|be here(?: anymore)?+(?! (?:at (?:this|the|my)|today|this|at|on|for|when|with|in (?!this)|until|because|by|alone|early|late)\b))"
    r"(?! (?:in|at|on|with|near|next|there|off|so far|alone|together|up early|without)\b)",
    r"(?:want|wanted|wanna|rather|wish to) (?:to )?not (?:be alive|exist|be here|wake up|live|be around|have been born)",
    r"wish(?:ed|ing)? (?:that )?i (?:wasnt|werent|was not|were not|hadnt been|had not been|had never been|was never|were never"
    r"|d never been|never was) (?:here|alive|born|around)",
    r"wish(?:ed)? (?:that )?i (?:never|didnt|hadnt|had not|did not)"
    r" (?:existed?|woken?(?: up)?|woke(?: up)?|wake(?: up)?|survived)",
    r"(?:hop(?:e|ed|ing)|pray(?:ed|ing)?|wish(?:ed|ing)?) (?:that )?i (?:dont|do not|never|wont|wouldnt|would not|would never) (?:wake(?: up)?|open my eyes|survive|make it)",
    r"(?:cant|cannot|can not|couldnt|dont think i can) (?:do (?:this|it|life)|take (?:it|this)|cope|live|live like this|live this way"
    r"|bear (?:it|this)|stand (?:it|this)|carry on|keep (?:going|doing this)|handle (?:this|it)|hold on|fight|go on living)"
    r" (?:anymore|any longer|much longer)",
    rf"(?:cant|cannot|can not|dont think i can|dont know (?:if i can|how to)) go on(?! {_DAY})",
    r"(?:cant|cannot|can not) (?:live like this|live this way|live with (?:this|myself)|keep living|stay alive|face another day)",
    r"(?:cant|cannot|dont|do not|cannot even) see (?:a|any) (?:way out|point in living|future (?:for me|for myself|anymore))",
    r"(?:no|only) way out(?! of (?:the|this (?:contract|lease|job|meeting)|my)\b)",
    r"(?:no|any|a|the) (?:good |real |more )?(?:reason|reasons|point) (?:to|in|for|of)(?: me)?(?: to)? (?:live|living|go on|going on|be here"
    r"|being here|carry on|carrying on|stay alive|staying alive|being alive|be alive|wake up|waking up|exist|existing|life"
    r"|keep going|keep living|going on living)",
    r"(?:nothing|nobody|no one|little)(?: left)? to live for",
    r"nothing left for me",
    r"(?:cant|cannot|can not) (?:carry on|keep going|keep living|go on living)(?! (?:with (?:the|my|this (?:job|diary|exercise))|to|the|doing|paying|until|at|on|like this at)\b)",
    r"(?:dont|cant|do not|cannot) see myself (?:making it|living|reaching|getting to|being here|alive|growing old|turning)",
    r"(?:dont|do not|cant|cannot|not sure i can|dont think i can) (?:feel |stay |be |keep )?safe (?:tonight|alone|right now|by myself|on my own)",
    r"life(?:s| is)? (?:not|isnt) worth",
    r"(?:dont|do not|didnt|never) deserve to (?:live|be here|be alive|exist|breathe|go on living)",
    r"(?:and|if i|i|just|never) (?:didnt|dont|never|not) wake up(?! (?:before|early|on|at|until|in|to|refreshed|rested|after|so|when)\b)",
    r"(?:cant|cannot|can not|dont|wont) (?:promise|guarantee|know if|know whether|be sure)(?: that)?(?: ill| i will| i can| if ill)?(?: still)? (?:be (?:alive|around|safe|still here)|still be here|stay alive|stay safe|keep myself safe)",
    r"cant promise (?:that )?(?:ill|i will)(?: still)? be (?:here|there)",
    r"(?:cant|cannot|dont know (?:if i can|how to)) keep (?:myself|me) safe",
    r"(?:wont|dont think ill|not going to|dont know if ill|might not|may not|not sure ill) (?:make it through|survive|get through|last) (?:\w+ ){0,2}?(?:night|weekend|week|day|year|christmas|tomorrow|morning)",
    r"(?:dont|do not) (?:want|wanna|care)(?: to)?(?: about)? (?:my life|life)(?: anymore| at all|$)",
    r"(?:dont|do not|wont|cant) (?:care|mind) (?:if|whether) i (?:live|die|wake|am alive|make it|survive)",
    r"whats the point (?:of|in) (?:living|life|going on|being alive|carrying on|it all|any of it)",
    r"whats the point anymore",
    r"not worth (?:living|being alive|staying alive)",
    r"life (?:isnt|is not|aint) worth",
    r"wont (?:be (?:alive|around (?:anymore|much longer|for long|for)|here (?:anymore|much longer|for long|for christmas))|see (?:christmas"
    r"|my birthday|tomorrow|the weekend|another))",
    r"(?:not|dont feel|dont think im|isnt|am not|im not) safe (?:with|from|around) myself",
    r"(?:dont|do not|cant|cannot) trust myself(?: (?:tonight|alone|with|around|not|right|at|to stay|to be)|$)",
    r"dont want to (?:hurt|harm|cut) myself anymore",
    r"not sure (?:if |whether |that )?i (?:want to|can|wanna) (?:live|be alive|be here|go on|carry on|keep going)",
)
