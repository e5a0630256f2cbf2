"""What a psychologist should not have done: touch, remarks, confidentiality, money, meeting outside."""

from bot.rules.triage.phrases import ways
from bot.rules.triage.signs import Signs
from bot.rules.triage.words_of_people import (
    NOW,
    PSYCHOLOGIST,
    RELATIVE,
    THEY,
    THEY_ARE,
)

CONDUCT = Signs(
    certain=ways(
        r"""
        (told|rang|called|phoned|contacted|emailed|texted|spoke to|talked to) my {RELATIVE} ~2 without
        (breach*|broke|break*|violat*) (my |of )?(confidentiality|privacy|confidence)
        (my )?(notes|records|file|details) (were|was|got|have been|has been|ended up) (sent|given|shared|shown|read|passed|with)
        (told|telling|tells) (me about )?(other|another|a different) (clients?|patients?)
        (charged|billed|invoiced) (me )?(for )?~4 (didnt|did not|never|not) (happen*|took place|take place|have|had|attend*)
        {NOW} ~2 (touched|hugged|kissed|groped|stroked|flirts?|flirted|threatened|shouted|yelled|screamed|swore|insulted|lied)
        (racist|sexist|homophobic|transphobic|antisemitic|ableist) (remarks?|comments?|jokes?|thing) (in|during) (the |our |my )?session
        (inappropriate*|unprofessional*|unethical*|sexual*|creepy) (\w+ )?(with|from|by|of) (my |the )?({NOW}|dr \w+)
        {NOW} ~3 (fancies me|in love with me|asked me out|hit on me|came on to me|asked for (money|a loan)|asked me for (money|a loan)|wants me to (buy|invest|pay (him|her))|sold me|drunk|smelled of|smelt of|mocked|laughed at|called me|slept with|fell in love|added me|followed me|friended me|follows me)
        {NOW} ~2 (told|rang|called|phoned|contacted|emailed|texted|messaged|spoke to|talked to|wrote to) (my|the) ({RELATIVE}|school|gp|work|church|pastor|imam|priest|lawyer|university|college)
        (gossip*|talk*|talked|told (him|her|them|people|someone|everyone|others)) ~3 (about me|my business|what i (said|told)|my (story|secrets?|case|file|notes|diagnosis))
        (read|seen|saw|heard|overheard|found|sent|given|got|emailed) ~4 (another|other|someone elses|somebody elses|a different|the wrong) (clients?|patients?|persons?) (\w+ )?(notes|file|name|report|letter|details|email|session|form)
        (someone|somebody) elses (notes|file|report|letter|details|appointment|questionnaire)
        (read|shared|showed|shown|left|posted|forwarded|leaked|discussed|recorded) ~2 my (notes|file|records|session|story|details|questionnaire|diagnosis|messages) (out|to|with|on|in|without|lying|aloud|at)
        (everyone|everybody|whole|people|others|reception|waiting room) ~4 (heard|hear|could hear) (my|what|me|about my|why i)
        (receptionist|reception|front desk|the desk|admin) ~4 (read|said|shouted|asked|called|told|laughed|announced|shared|gossip*|mocked|knows) ~4 (out loud|in front of|diagnosis|my (notes|problem|name|business|file)|loudly|at me|everyone|about me|my cousin)
        (charged|charging|billed|billing|invoiced|debited|paid) ~3 (twice|double|for nothing|for a session|for sessions|for (an |the )?(appointment|hour)s?) ~4 (not|never|didnt|cancelled|didnt have|wasnt|not there|on holiday|ill|away)
        (double|over)(charged|charging|billed|billing) me
        (charged|billed) (me )?(twice|double)
        (session|sessions|appointment|hour|hours) (that )?(i )?(never|didnt|did not) (had|have|happen*|took place|attend*|go to|exist*|take place|occur*)
        (insurance|insurer) ~4 (billed|charged|claimed|claim) ~4 (never|didnt|not|extra)
        (dual relationship|boundary violation|crossed a boundary|crossed boundaries|overstepped|broke boundaries|crossed the line)
        (malpractice|misconduct|harass*) ~3 (me|my {PSYCHOLOGIST}|complaint|by (him|her))?
        """,
        NOW=NOW,
        PSYCHOLOGIST=PSYCHOLOGIST,
        RELATIVE=RELATIVE,
    ),
    unless_somebody_else=ways(
        r"""
        (touch|touched|touching|touches|stroked|stroking|rubbed|grabbed|groped|squeezed|kissed|kissing) (me|my)
        (hand|hands|arm) (on|round|around) (my|me)
        hug(s|ged) me
        held my hand
        (flirts?|flirted|flirting) with me
        (came|coming|comes) on to me
        (hit|hitting|hits) on me
        asked me out
        made a pass at me
        (stay|sleep|come round|come over) (at|to) (mine|my (place|house|flat))
        (posted|wrote|tweeted|gossip*) (\w+ )?about me
        fanc(y|ies|ied) me
        (felt|feels|was|is|sounded|something|bit) sexual
        sexual (remarks?|comments?|jokes?|questions?|thing|advances?)
        (remarks?|comments?|commented|commenting|said something|joked|jokes|stares?|staring|stared) ~2 (on|about|at) my (body|looks|chest|breasts?|boobs|legs|figure|weight|skirt|appearance|clothes)
        (in love with|attracted to|feelings for|fancies|fancied) me
        without (asking me|my (permission|consent|knowledge|ok|say so)|me knowing)
        shared? (my|what i) ~ (with|to|on)
        talk* about me (to|with|in front of)
        (mock*|laugh* at|made fun of|makes fun of|sneer* at|joke* about|insult*) (me for )?my (religion|faith|accent|skin|race|culture|country|disability|gender|weight|sexuality|hijab|wheelchair|english)
        (misgender*|deadnam*)
        (racist|sexist|homophobic|transphobic|antisemitic|ableist|bigot*)
        (people|women|men|blacks|asians|gays|muslims) like (you|me) are
        threaten* (me|to (report|tell|stop|drop|charge|call|discharge|have me))
        (raised|raises|raising) (his|her|their) voice
        (shouted|shouts|shouting|yelled|yells|yelling|screamed|swore|snapped) at me
        call(ed|s|ing) me (a |an )?(\w+ )?(liar|stupid|lazy|idiot|crazy|mad|names|fat|pathetic|disgusting|slut|drama queen|hysterical|attention seek*|manipulative)
        (asked|asks|asking|wants?|wanted|pressed|pressured) me (for|to) ~ (loan|money|cash|lend|invest|favou?rs?)
        borrow(ed|s|ing)? ~2 money
        cash in hand
        (pay|paying|paid) (him|her|them) (in cash|directly|privately|off the books)
        (selling|sell|sells|sold) me ~2 (course|supplements|book|oils|products?|insurance)
        (meet|meeting|see|seeing|continue|session|dinner|drinks?|coffee|date) ~4 (outside (of )?(the )?(sessions?|work|practice|office|therapy|hours)|at (his|her|their) (flat|house|home|place|apartment))
        (texts?|texted|messages?|messaged|dms?|dmed|calls?|rings?) me ~2 (late|at night|at midnight|on (instagram|insta|facebook|whatsapp|snapchat|tinder))
        (added|follows|followed|friended) me on (instagram|insta|facebook|snapchat|tiktok|linkedin|whatsapp)
        (smell*|smelt|reek*|stank) ~2 of (alcohol|drink|booze|wine|weed|beer|whisky)
        ((shes|hes|theyre|youre|{THEY} (is|are|was|were|seems|seemed|can be|looks|looked|comes across|came across|always|gets|got|sounds|sounded|feels|felt))|{THEY} (turned|showed) up) (\w+ )?(drunk|high|stoned|pissed)
        crossed (a|the) line
        (behaved|acted|was|is) (very |really |so )?(inappropriate*|unprofessional*|unethical*|creepy|abusive)
        inappropriate (with|towards?|remarks?|comments?|things?|questions?)
        (lied|lying) (to me )?about (his|her|their) (qualifications?|licen[cs]e|training)
        (touch|hug|kiss|strok|rub|grab|grop|squeez|cuddl|pat|massag|tickl)(ed|es|s|ing|ped|ging|ting)? (me|my (hair|knee|knees|leg|legs|thigh|shoulder|shoulders|arm|back|face|hand|hands|cheek|neck|waist|bum|foot|head))
        (put|puts|putting|placed|laid|left|rested|kept) (his|her|their|a) (hand|hands|arm|arms|palm) (on|round|around|over|under|between)
        (sat|sits|sitting|moved|leaned|leans|stood) (too close|right next to me|on the arm of my|so close|closer and closer|on my)
        (kiss|kissed|kisses) ~1 (the top of my head|my (cheek|hand|forehead)|on the (cheek|lips|mouth|head))
        (stares?|staring|stared|looks?|looking|looked|looking up and down) ~2 (at|down|up) (my )?(chest|breasts?|boobs|legs|body|top|shirt|skirt|bum)
        (said|says|told me|saying|telling me) (that )?(i )?(im |i am |was |am |looked |look )?(too |so |very |really )?(sexy|hot|gorgeous|beautiful|pretty|attractive|fit|fat|ugly|a tease|special to (him|her)|(his|her) favourite|crazy|mad|mental|a liar|lying|lazy|pathetic|stupid|boring|hysterical|a drama queen|difficult)
        call(ed|s|ing)? me (sweetheart|darling|babe|baby|honey|sexy|gorgeous|beautiful|princess|good girl|love bug|a \w+ girl|(his|her) (little )?\w+|a (child|joke|victim|fake|fraud|coward|snowflake|cow|bitch|whore|freak|burden|waste))
        (asked|asks|asking|wanted|wants|kept asking|keeps asking) ~3 (about my sex life|for details|if i masturbat*|what i (wear|was wearing)|my bra|if i (was|am|were) single|for my number|for a photo|for pictures|me out|me on a date|me to dinner|me for (a )?(drink|coffee|dinner)|to see me outside|me to (his|her) (house|home|place|church|party|flat|wedding)|me to (babysit|clean|fix|paint|lend|buy|invest|sign|sell|review|write a review))
        (invite|invited|invites|inviting) me (to|for|over|out|round) ~3 (house|home|place|flat|party|dinner|coffee|drink|drinks|church|concert|barbecue|wedding|hotel|trip|weekend|a meal)
        (sent|sends|sending|gave|gives|giving|bought|buys|buying) me (a |an |some |flowers|gifts?|presents?|\w+ )*(gift|present|flowers|necklace|perfume|underwear|lingerie|ring|money|photo|selfie|heart|hearts|kisses|poem|love letter|valentine*|nudes?|heart emojis?|voice notes at)
        (sleep|slept|sleeping|sex|affair|relationship) with (him|her|(his|her) (client|patient|clients|patients))
        (said|told me|says|admitted|confess*) ~2 (he|she|they) (loves|loved|fancies|fancied|has feelings|had feelings|is in love|was in love|dreams? of me|thinks about me|missed me|misses me|cant stop thinking)
        (lend|lent|loan|loaned|borrow*) ~3 (him|her|them|from me|money|cash|my car|my card|\d+)
        (asked|asks|wanted|wants) (to borrow|for my (card|pin|password|bank))
        (pay|paid|paying) (cash|into (his|her) (own )?account|(his|her) (wife|husband|cousin)|extra|on the side|off the record|without a receipt)
        (selling|sell|sells|sold|flog*|pushing|pushed) (me |us )?(\w+ ){0,2}(course|supplements?|book|oils?|products?|insurance|retreat|crystals|vitamins|herbalife|crypto|candles|workshop|timeshare|shakes|essential oils)
        (promot*|recruit*|preach*|convert*|pray*|prayed|baptis*|exorcis*) (me|over me|with me|for me to|to me|his church|her church|at me)
        (told|said|says|saying|think*|thinks) (me )?(that )?(being gay|im going to hell|gay people|homosexual*|my people|people like (me|us|you)|you people|your (kind|people|lot)|(women|men|foreigners|immigrants|muslims|jews|christians|blacks|indians|africans|poles|gypsies|travellers|asians|poor people|fat people) (are|like|should|always|cant))
        (joke|joked|jokes|joking|laugh|laughed|laughs|laughing|giggled|sniggered|smirk*|mock*|mimic*|imitat*|impersonat*|teas*|made fun|makes fun|took the (piss|mick)|mick) ~3 (my (accent|english|stammer|stutter|weight|body|religion|faith|hijab|turban|name|disability|wheelchair|hair|nose|skin|country|race|dialect|job|dress|clothes|dead \w+|trauma|rape|abuse|pain|tears)|at me|of me|when i (cried|said i was|told (him|her) about))
        (shouts?|shouted|shouting|yells?|yelled|yelling|screams?|screamed|screaming|swore|swears|swearing|snaps?|snapped|snapping|roared|bellowed|barked|hissed) (right |back |loudly )?(at|in) (me|my face|us)
        (slammed|slams|banged|punched|hit|thumped|kicked) (the|his|her|a) (door|table|desk|fist|wall|book)
        (threw|throws|chucked|hurled) (a|the|his|her|my) (pen|book|cup|mug|file|notes|notebook|clipboard|phone|cushion|tissue*)
        (threat*|warned me|blackmail*) ~3 (report me|tell my|call (social services|immigration|the police|my)|section me|have me (sectioned|committed|locked up|deported|arrested)|take my (kids|children)|drop me|discharge me|stop (seeing|treating) me|if i (leave|left|complain*|tell|told|stop*|quit|report*)|publish|write (in|that))
        (if i|if you) (leave|left|complain*|told|tell|quit|stop*|report*) ~3 (he|she|they|(hed|shed|theyd)) ~2 (would |will |wouldnt |wont )(report|tell|call|write|make sure|never|ruin|drop|regret)
        ({THEY}) ~2 (tell|told|tells|telling) (my|the) ({RELATIVE}|school|boss|church|priest|imam|gp|solicitor|employer|university) (about|what i|that i|everything|things i|my)
        ({THEY}) ~2 (rang|rings|phoned|phones|called|calls|emailed|messaged|contacted|visited|met with|spoke to|spoke with|wrote to) my ({RELATIVE}|school|boss|church|priest|imam|employer|university|work)( |$)
        without (asking me|my (permission|consent|knowledge|ok|okay|agreement)|telling me|me agreeing)
        (never|didnt|did not) (even )?ask(ed)? (me first|me before|my permission|permission|if it was ok)
        behind my back
        (nobody|no one|never|not once) asked (me )?(if it was (ok|okay)|my permission|permission)
        (record|recorded|recording|records|filmed|filming|taping|taped|photograph*|took (a )?(photo|picture)s? of) (me|us|it|the session|our session|sessions|everything|what i)( without| on| secretly|$| and| for| with)
        (posted|posts|posting|wrote|writes|writing|blog*|tweet*|podcast*|published) ~3 (about me|my story|my case|about our session*|me on|about (his|her|their) (clients?|patients?))
        (bumped into|ran into|saw|see|met|meets?|meet) (him|her|them|me) ~3 (outside (the |of )?(sessions?|practice|office|hours|clinic|therapy)|in (the|a) (pub|bar|hotel|cafe|park|car)|at (his|her|their|my) (house|home|flat|place|apartment|church|gym)|for (coffee|a coffee|drinks?|lunch|dinner|a walk|a pint))
        (sessions?|therapy|meeting|meet|hour) ~4 (in (a|the|his|her) (cafe|pub|car|park|bedroom|hotel|starbucks|restaurant|kitchen|garden|living room|bar)|at (his|her|their) (house|home|flat|place|apartment|cottage))
        (came|comes|turned up|turns up|showed up|shows up|drove|walked past|waits|waited|parked) (to|at|by|past|outside) my (house|home|work|flat|door|street|shop|job|gym|church)
        (drives|drove|gave|gives|offered|offers) me (a )?(lift|home|ride)
        (texts?|texted|messages?|messaged|dms?|dmed|dmd|calls?|rings?|phones?|emails?|snaps?|snapchats?|whatsapps?) me ~3 (late|at night|at midnight|on (instagram|insta|facebook|whatsapp|snapchat|tinder|telegram|tiktok|weekends?|sundays?|christmas)|from (his|her|their) (personal|private|own)|personal*|privately|after hours|at \d|in the (middle of the )?night|every (day|night)|hearts?|good ?night|x)
        (found|saw|matched|matched with|liked) (him|her|me) on (tinder|hinge|bumble|grindr|instagram|insta|facebook)
        (liked|likes|commented on|comments on|looks at|looked at|checks|stalks) (all )?my (photos?|pictures?|posts?|insta|instagram|stories|profile|facebook)
        ({THEY_ARE}|{THEY} (\w+ )?(turned up|showed up|came|sat there|smelled|smelt|smells|stank|stinks|reeked|reeks)) (\w+ )?(drunk|stoned|tipsy|hungover|slurr*|of (alcohol|drink|booze|wine|weed|whisky|beer|gin))
        (alcohol|drink|booze|wine|whisky|weed|beer|gin) on (his|her) breath
        (slurring|drunk|stoned|tipsy) (in|during|at) (the|our|my) session*
        (vap|smok|drink)(ed|es|ing|s) (wine |beer |gin |weed |a joint |a beer |alcohol )*(in|during|through|right through|while i)( the| our| my)? (session*|hour|room|talked|was talking|cried)
        (broke|breaking|breach*|broken|violated) (the )?(confidential*|trust|my trust|privacy|gdpr|hipaa|rules|boundaries|boundary)
        confidential* ~3 (broken|breach*|breached|gone|joke|not kept|violated|out the window)
        ({THEY_ARE}|this is|feels like) (\w+ )?(fraud|a fraud|a scam|scamming|a con)
        fake (invoice|bill|qualifications?|degree|licen[cs]e)
        false (invoice|bill|notes)
        (not|isnt|never|wasnt) (even )?(a )?(real|qualified|licensed|licenced|registered|a proper) (psychologist|therapist|doctor|counsellor)?( at all|$| is| and)
        (wrote|written|writes|put|puts|noted) ~3 (in my notes|on my (file|record|notes)|in (the|my|his|her) (report|letter)) ~8 (not true|never said|lie|lies|didnt say|wrong|false|made up|i never|untrue|lying)
        (false|made up|untrue|wrong) (things|notes|diagnosis|report|statement) ~2 (about me|in my|on my)
        felt (really |very |so |a bit )?(violated|harassed|preyed on|groomed|abused|objectified|exploited|used by|assaulted|molested|dirty after|unsafe with (him|her))
        (didnt|did not|dont|do not|never) (want|like|ask for|agree to|consent to|invite|welcome) (it|him|her|that|the) ?(to )?(touch*|hug*|kiss*|hand|it|being|close|gift|message*)?( at all)?$
        (be|being|been|was|is|got|gets|getting) (too |very |way too |a bit |really |so )*(touchy|handsy|flirty|pervy|creepy|lewd|suggestive|over ?familiar|too friendly|too personal|sleazy|racist|sexist|homophobic|transphobic|abusive|bullying|aggressive|threatening|violent)
        (bullies|bullied|bullying|humiliat(ed|es|ing)|degrad(ed|es|ing)|sham(ed|es|ing)|belittl(ed|es|ing)) me
        (hes|shes|he is|she is|such) a (pervert|perv|creep|predator|groomer|sleaze|bully)
        (refus|wont|will not|wouldnt|didnt)(ed|es|ing)? (to )?(treat|see|help|accept|use) (me because|people like|my (pronouns|name|real name)|us because|disabled|gay|trans|muslim)
        (wrong|dead|old) (name|pronouns?) (on purpose|again|every time|still|even though|deliberately)
        (discriminat*|prejudic*|antisemit*|islamophob*|ablei*|ageis*|fat ?phob*|xenophob*)
        because (im|i am|of my) (gay|black|muslim|jewish|trans|disabled|fat|asian|polish|foreign|brown|lesbian|bi|indian|african|irish|a traveller|a woman|a migrant|skin|race|colour|religion|accent|faith|sexuality|disability) ~6 (refus*|said|treat*|wouldnt|laugh*|told|assum*|joke*|different)?
        """,
        RELATIVE=RELATIVE,
        THEY=THEY,
        THEY_ARE=THEY_ARE,
    ),
    about_therapy=ways(
        r"""
        (told|rang|called|phoned|contacted|emailed|spoke to) my {RELATIVE}
        recorded (me|us|it|the session)
        made me feel unsafe
        creep* (me )?(out)?
        complaint
        complain about
        (shouted|yelled|screamed|swore) at
        (inappropriate|unprofessional|unethical|creepy|sexual|racist|sexist|homophobic)
        (report|make a complaint|file a complaint|formal complaint|complain) ~3 (him|her|them|about|against|my|the)
        (kiss*|flirt*|hug*|grope*|naked|undress*)
        """,
        RELATIVE=RELATIVE,
    ),
)
