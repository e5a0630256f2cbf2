"""Sessions as such: booking, moving, being late, paying, finding the way, the link."""

from bot.rules.triage.phrases import slot, ways
from bot.rules.triage.signs import Signs

VISIT = slot(
    "appointments?|sessions?|bookings?|slots?|visits?|times?|next one|meeting|consultation|call|zoom|check up"
)
DAY = slot(r"(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(days?|s)?|weekend")
WHEN = slot(
    r"{DAY}|tomorrow|today|tonight|next week|this week|the week after|the \d+(st|nd|rd|th)?|\d+(st|nd|rd|th)|\d+ ?(am|pm)|noon|midday|half (past )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|quarter (past|to) \w+|(the |tomorrow |this )(morning|afternoon|evening)|(january|february|march|april|may|june|july|august|september|october|november|december)( \w+)?|at (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)|(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (oclock|thirty|in the \w+)",
    DAY=DAY,
)

LOGISTICS = Signs(
    certain=ways(
        r"""
        (book|cancel|move|reschedul|re schedul|rebook|chang|shift|push|bring|postpon|swap|miss|confirm|mak|schedul|arrang|forgot|delay|keep)* ~4 {VISIT}
        {VISIT} ~4 (cancel*|moved|rescheduled|changed|booked|confirmed|{DAY}|today|tomorrow|next week|online|by (phone|video|zoom))
        (running|be|am|im|little|bit|going to be|gonna be|\d+ (min*|m)|minutes?|mins?) ~ late
        late (today|tonight|for (the |my |our )?(session|appointment|appt))
        (cant|cannot|wont|not able to|unable to|not going to|cant be) (be able to )?(make|come|do|attend|get there|be there)( (it|in|to|today|tomorrow|this|next|on|at|then|the|my|(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?s?)|$)
        (ring|call|phone|email) me (back|re|about|tomorrow|today|please|on)
        (push|move|shift|change) it (to|back|by|forward)
        parking
        (gonna|going to|gunna) be (\w+ )?late
        bring anything
        stuck (in|on|at) (\w+ )?(traffic|train|bus|tube|work|motorway|freeway|m\d+)
        (train|bus|tram|flight) (is |was |got |has been )*(late|delayed|cancelled)
        (no|cant find|where to) (\w+ )?park(ing)?
        where ~2 park
        (invoice|receipt|rebate|medicare|copay|co pay|refund|superbill|sliding scale|direct debit|bank details|bupa|bulk bill*|gap fee)
        (your|the|session|my|any|a) (payments?|fees?|price|prices|cost|costs|deposit|discount|voucher|concession|insurance|insurer|claim) (is|for|of|per|list|go|went|by|cover|covers|code|form|number|on|was|if|please|policy|going|has|have)
        (do i|what i|i still) owe
        how much ~4 (session|appointment|cost|charge|pay|owe|is it)
        (to|i|can i|can you|have i|already|havent|didnt) pa(y|id)\b
        bill (for|from|was|is|me)
        (what|whats|your|the|new|my|send me the) ~2 (address|postcode|phone number|mobile number|email address)
        (directions|which (room|floor|door)|buzzer|door code|wheelchair|waiting room|waiting list|wait list|waitlist)
        where (are you|do i go|is (the|your) (clinic|practice|office|room))
        (zoom|video|teams|meet|telehealth|session|meeting|the|my) link
        link ~ (work*|again|expired|for)
        (by|on|via|over) (zoom|video|teams|telehealth|phone) ?(instead|please|this|next|today|tomorrow)?
        (are you|is the (practice|clinic|office)) (open|closed|shut)
        opening (hours|times)
        (when|what time|what day|which day|where|at what time) (is|s|are|was|do i|am i|does) ~4 (next|session|appointment|appt|start|see|in|on|it|time)
        whens ~2 (next|session|appointment|appt)
        (referral|gp letter|sick note|medical certificate|certificate|care plan|fit note|letter for (my )?(work|school|employer|uni))
        ({DAY}|tomorrow|today|tonight|next week|the \d+\w*|\d+(am|pm)) (\w+ )?(instead|works|suits|is fine|would be (fine|good|ok|better)|ok|okay|free|available|possible)
        (do you have|have you got|is there|got|any|anything|something) ~4 ({DAY}|earlier|later|free|available|evening|morning|afternoon|slots?|openings?|appointments?)
        (come|see you|be there) ~2 ({DAY}|at \d+|next week|tomorrow|instead)
        (have|got) ~2 (covid|a fever|the flu|flu|a temperature|gastro|a migraine|a cold)
        (sick|unwell|poorly|ill) ~2 (today|tomorrow|cancel|so)
        (appt|appointment)s?
        (the )?(\d+(st|nd|rd|th)) (of )?\w+ (at|works|is)
        ^yes (that|thats|it) (\w+ )?(is )?(fine|works|suits)( (with|for) me)?$
        (book|cancel|move|reschedul|rebook|chang|shift|push|bring|postpon|swap|miss|confirm|schedul|arrang|delay|re arrang|rearrang|reserv|set up|make|get me|need|want|find)(e|ed|ing|d|s|led|ling)? (me |us |in |up |my |an |a |the |this |that |it |for |another |make |next )*({VISIT}|{WHEN})
        (book|cancel|move|reschedule|rebook|change|shift|push|postpone|swap|confirm|bump|squeeze|slot|fit|pencil|put|switch|take) (me|it|us|this|that|mine|ours|him|her|them) ~2 (in|to|for|back|forward|on|off|by|down|up|over|until|at|from)?( the| a| an)? ?{WHEN}
        (can|could|may|shall|should|would) (i|we|you|it) (\w+ )?(do|make|have|get|come|meet|try|say|start|be|go|fit|manage) (it |that |me |in |at |on |for |an? |the )*{WHEN}
        (can|could) (i|we|you) (\w+ )?(move|reschedule|change|cancel|book|postpone|bring forward|push|rearrange|swap|switch)
        (does|do|would|will|is|are|how about|what about|hows|whats) (the |about |on |at |a )*({WHEN}) ?(\w+ )?(work|suit|ok|okay|free|available|good|possible|any good|an option|better|instead|for you|please)?$
        (i )?(prefer|can only do|only do|can do|could do|am free|im free|able to (come|do)|lets do|lets say|lets make it|make it|ill take|go for|go with|book|prefer to come) (the |on |at |for |a |an |it |any |after |before |around |about |from |until )*{WHEN}( one| slot| session| please| then| instead| works| if| would|$| or| at| in| is| for| with| on| thanks)
        ^(yes|yeah|yep|yup|ok|okay|sure|great|perfect|fine|no|nope|nah|sounds good|alright|that|it|this|works|correct|right|lovely|brilliant) ?(please |thats |that |it |this |they |those |the |these |sounds |is |are |one |time |date |will |would |should |does |all |also |also be )*(works?|suits?|fine|good|great|perfect|ok|okay|correct|right|do|lovely|fits?|it|sounds good|confirmed|is good|be fine|be good|work|suit|the one|brilliant|ideal)( for| with| by)?( me| us)?( thanks| thank you| please)?$
        ^(yes|yeah|yep|ok|okay|sure|no|perfect|great|fine)( please| thanks)? (book|confirm|reserve|cancel|schedule|go ahead|make the|make it|lets|that time|that day|the time|the first|the second|the earlier|the later|the morning|the afternoon|i|can|could)( it| that| me| please| one| with| in| ahead|$)
        (what|which|any|got|have you|have|do you have|is there|are there|anything|something) (else |other |more |are |is |your |the |do |you |have |got |there |any |a )*(times?|slots?|dates?|days?|openings?|availability|appointments?|options|available|free|earlier|later|sooner|else|evenings?|mornings?|afternoons?|weekends?|cancellations?|space|gap)( do| have| left| available| else| on| in| for| next| this| can|$| please| got| you| are| around| after| before| than| at| with| tomorrow)
        what else (have you got|do you have|is there|is available)
        (in|near|around|close to) (the )?(san \w+|(?!this|my|that|a|the|our)\w+ (city|area|town|centre|center|beach|park|hills|valley)|my area|\w+ please)$
        (find|search|look|looking|show|need|want|get) (me |for |a |an |some |any )*(psychologist|therapist|counsellor|psychiatrist|doctor|dentist|gynecologist|provider|salon|stylist|dermatologist|eye doctor|optometrist|appointment|one) (in|near|around|at|for|on|who)
        (in|near|around) \w+( \w+)? (please|thanks|thank you)$
        (next|upcoming|previous|last|first|my|our|the) ({VISIT}) (is|time|date|on|at|when|again|today|tomorrow|still|for|cancelled|confirmed|be|with|start)
        (when|what time|what day|which day|where|what date|how long|who) (is|s|are|was|were|do|does|did|am|will|should|can|would|have) (i |we |my |our |the |it |you |they |a |an |she |he |me )*(next|session|appointment|start|finish|seeing|meeting|booked|in|due|coming|expected|going|see|come|open|close|there|last|with|long|again|first|phone|free|back|on|at)
        (what|which) (time|day|date|room|floor|door|building|platform|app|number|address|email|entrance|suite|station|bus|tram)( |$)
        (im|i am|ill|i will|gonna|going to|might|may|will) (be |run |running |a |bit |little |about |probably |now |still |just |properly |\d+ |min |mins |minutes |ten |five |fifteen |twenty |so |very |slightly )*late( today| tonight| for| by| sorry|$| because| due| again| to| coming| this| the| train| traffic)
        (running|run|be|arrive|get there|there|with you|come|coming) (\w+ )?(a bit |a little |slightly |about |around |in |\d+ |ten |fifteen |five |twenty |half an hour )*(late|behind|minutes|mins|min|delayed|held up)
        (be|there|with you|arriving|home) in (about |around )?(\d+|five|ten|fifteen|twenty|half an hour)( min*)?
        (on my way|im outside|im here|just arrived|just parked|cant get in|at reception|in the lobby|in the waiting room|door (is|was) locked|buzz(er|ed)|let me in|which bell|nobodys answering|knocking|at the door|in the car park)
        (stuck|held up|caught|delayed|broken down|broke down|missed|late) (in|on|at|by|behind|with|my|the|because) (\w+ )?(traffic|train|bus|tube|work|motorway|freeway|tram|meeting|flight|ferry|snow|accident|roadworks|car|school run|jam|queue|ward|shift)
        (train|bus|tram|flight|tube|metro|car|ferry|babysitter|childminder|school|trains|buses) (is |was |are |got |has been |have been |just |been |isnt |has |hasnt |being )*(late|delayed|cancelled|broken down|on strike|stuck|not running|let me down|up the spout|replacement)
        (cant|cannot|wont|not able to|unable to|not going to|wont be able to|not gonna|couldnt|might not|may not|struggling to|going to have to miss|have to miss|will miss|need to miss|need to cancel|have to cancel|must cancel|going to have to cancel|got to cancel|need to skip) (be able to )?(make|come|do|attend|get there|be there|get in|manage|join|log ?(in|on)|connect|open)?( (it|in|to|today|tomorrow|this|next|on|at|then|the|my|as|because|until|for|that|{WHEN}|zoom|link|video|anymore today|after all)|$)
        (forgot|forgotten|missed|double booked|clash|clashes|mixed up|got the wrong) (my |the |our |about |with |a )*({VISIT}|{WHEN}|day|date)
        (away|abroad|on holiday|on leave|out of town|travelling|traveling|in hospital|at a (wedding|funeral)|working|on shift|on nights|in court|jury duty|moving house|got (an|my) (exam|interview|operation|scan)) ~3 (that|this|next|on|from|until|till|for|all|in|the) (week|day|{WHEN}|fortnight|month|two weeks)
        (sick|unwell|poorly|ill|covid|flu|fever|gastro|migraine|vomiting|throwing up|a cold|a bug|temperature|the runs|tonsillitis|hospital appointment|norovirus|chickenpox|nits) ~4 (today|tomorrow|cancel|so|session|appointment|cant|online|instead|come|not|wont|rearrange|reschedule|video)
        (pay|paid|paying|payment|payments|invoice|invoices|receipts?|fees?|price|prices|cost|costs|charges?|charged|refund|deposit|owe|owing|bill|billing|bank transfer|bank details|direct debit|standing order|card|cash|cheque|paypal|venmo|zelle|apple pay|copay|deductible|sliding scale|concession|discount|voucher|instal+ments?|medicare|medicaid|bupa|axa|aviva|vitality|insurance|insurer|cover|covered|superbill|rebate|claim|hsa|nhs|mastercard|visa|tax) ~4 (session|sessions|appointment|go through|gone through|for|in advance|by|online|now|late|yet|me|you|please|how|reduced|higher|cheaper|number|form|code|details|monthly|next|week|last|card|different|expired|i|accept|take|work|still|cancelled|missed|per|each|student|return|again|to|the practice|from you|my account|up|due|sent|send|copy|received|this|month|\d+)
        (how much|what) (does|do|is|are|would|will|did|s) (it|you|they|a|the|one|i|this|that|each|an|your)? ?(session*|appointment*|hour|cost|charge|pay|owe|fee|price|rate|rates)
        (do|can|could|may|should|must|did|have|will) (i|you|we) (have to |need to |still |also |already |to )*(pay|paid|owe|accept|take|get a (receipt|refund|discount|invoice)|bring|claim|charge)
        (send|email|resend|text|give|need|want|get|print|forward|post|issue|provide) (me |us |out |a |an |the |my |your |another |it |over |please |for )*(link|invoice|receipt|address|directions|map|form|letter|certificate|confirmation|details|zoom|code|password|pin|number|reminder|calendar|report|proof|statement|login|id|schedule|price list|bill|paperwork|consent form)
        (the|my|your|zoom|video|teams|meet|session|new|doxy|telehealth|right|that|same) (link|password|passcode|code|pin|login|app|portal|sound|camera|mic|microphone|video|audio|connection|waiting room|invite)( (is|isnt|doesnt|does not|not|wont|will not|has|hasnt|says|expired|broken|work*|didnt|again|please|for|keeps|was|cant|down|gone|please|froze|frozen|dropped)|$)
        (link|zoom|video|teams|sound|audio|camera|screen|wifi|internet|connection|app) ~2 (not working|doesnt work|isnt working|wont (open|load|work|connect)|broken|froze|frozen|dropped|cut out|keeps|expired|down|failing|crashed)
        (can|could|may|shall|is|will|would|prefer|do|have|switch|change|move|make) (\w+ ){0,4}(by|on|via|over|to|in|it) (phone|zoom|video|telephone|teams|online|person|facetime|skype|whatsapp|telehealth|remote|the phone)
        (online|in person|face to face|remote|remotely|virtual|video|by phone|telephone|over the phone|via zoom) (session*|appointment*|today|tomorrow|this|next|instead|please|or|possible|only|is|again|available|for|option|this week|$)
        (where|how) (\w+ ){0,3}(you|office|clinic|practice|building|room|entrance|surgery|consulting room|place|find you|get there|get to you|park|parking|located|situated)( is| are|$| again| from| please| on| in| at)
        (wheelchair|step free|ramp|nearest (station|tube|stop)|disabled access|accessible|hearing loop|buzzer|intercom|door code|postcode|zip code|reception (open|closed)|opening (hours|times)|office hours|which floor|third floor|second floor|ground floor)
        (is there|are there|have you got|where is the|wheres the|any|is the) (a |any |the )?(parking|car park|lift|elevator|toilet|loo|disabled parking|bike rack|bus stop|stairs|step|steps)
        (open|closed|shut|working|there) (on|over|at|during|this|today|tomorrow|for) (the |this )?(bank holiday|christmas|easter|weekends?|saturdays?|sundays?|holidays?|new year|thanksgiving|public holiday|july|labor day|monday|friday|eid|diwali|half term|summer|august|strike|snow)
        (who|which) (am i|will i|do i|is my|is|psychologist|one|are we) (be )?(see|seeing|with|next|meeting|appointment|booked|it with|session|my)
        (bring|come with|come along|attend|join) (my |a |an |the |someone |somebody |anyone |along |with |his |her )*(husband|wife|partner|mum|mother|son|daughter|baby|kids?|dog|friend|sister|interpreter|translator|support worker|carer|id|insurance card|form|referral|documents) (to|with|along|in|today|for|please|on)
        (need|want|get|do you do|can you write|could you write|give me|for|request|write) (me )?(a |an |the |my )*(letter|note|certificate|fit note|sick note|referral|report|medical certificate|doctors note|supporting letter|proof of attendance|statement) ~1 (for|to|from|of|please|about|my|$|confirming|saying)
        (how long|how many) (is|are|does|do|will|sessions|more|left|have) (a |the |each |it |i |my |my |there |we |one )*(session*|appointment*|last|left|take|wait|waiting|allowed|covered|remaining|have)
        (waiting list|wait list|waitlist|cancellation list|earliest|soonest|first available|next available|short notice)
        (reminder|reminders|notifications?|text|message) ~3 (came|time|wrong|says|said|the day before|stop|earlier|later|by (text|email)|on|at|too|twice)( day| time|$| for| the| of| my)
        (change|update|new|different|moved|changed) (of |my |the |your |our |to a )*(address|phone number|number|email|surname|last name|gp|insurance|card|bank|pronouns|mobile|details)
        (same|usual|regular|normal) (time|day|place|slot|link|as|room)( next| as| this|$| please| on| again| every| week| work| for)
        (every|each|once a|twice a|other) (week|fortnight|month|other week|two weeks|second week|monday|tuesday|wednesday|thursday|friday|weekly|fortnightly) ~3 (instead|possible|please|session*|appointment*|slot|time|ok|or|less|more|work*|do|rather)
        (fortnightly|biweekly|weekly|monthly|bi weekly|every other week|less often|more often|once a month)( sessions?| instead| please|$| from| possible| would| is| now)
        (daylight savings?|time ?zone|my time|your time|uk time|eastern|pacific|cet|gmt|est|pst)
        {WHEN} (is |are |would be |will be |also |then |still |does )*(works?|suits?|fine|ok|okay|better|best|perfect|possible|instead|please|available|free|no good|taken|too (early|late)|doable|easier|for me|confirmed|then|it is|it is then|booked)( for| with| please|$| me| by| thanks| if| too| then| as| and| or| instead)
        ^(the |at |on |for |say |maybe |around |about |how about |what about |not |or |and |after |before |any |just )*{WHEN}( at| in the| on| or| and| the| of| please| then| if| ok| \w+day)*( {WHEN})*( please| thanks| then| is fine| works| ok)?$
        """,
        DAY=DAY,
        VISIT=VISIT,
        WHEN=WHEN,
    ),
)
