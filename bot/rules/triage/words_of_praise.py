"""Thanks, praise, progress."""

from bot.rules.triage.phrases import ways
from bot.rules.triage.signs import Signs
from bot.rules.triage.words_of_people import NOW, THEY

POSITIVE = Signs(
    certain=ways(
        r"""
        (thank|thanks|ta|cheers|grateful|appreciate|appreciated) -(god|be to god|allah|the lord|mommy|for nothing)
        (feel|feeling|felt|doing|sleeping|coping|going|eating|been) ~2 (better|good|great|well|lighter|calmer|stronger|hopeful|ok|okay|brilliant|happy|happier|understood|heard|safe|listened to|proud)
        ({THEY}|it|that|session|today|theyre|shes|hes|youre|was|is|been) (\w+ )?(is |was |are |has been |been )*(so |really |very |a |an |the |absolutely |such a )*(great|lovely|excellent|brilliant|amazing|wonderful|helpful|fantastic|kind|patient|good|ace|best|legend|star|gem|lifesaver|godsend|really nice)
        help(s|ed|ing)? (me )?(\w+ )?(a lot|so much|heaps|loads|lots|already|really|massively)
        (really|actually|so|has|have|its|is|it|that|today|this) (\w+ )?help(ed|ing|s)( me)?
        proud of
        (made|making|make) (\w+ )?progress
        (i )?(finally )?managed to
        breakthrough
        (good|great|best|lovely|brilliant) (session|chat|talk|week)
        enjoyed
        (happy|glad|pleased) ~ (with|working|we|i|therapy|sessions)
        looking forward
        best thing
        gets me
        couldnt have done it
        (feel|feeling|felt|doing|sleeping|sleep|slept|coping|going|eating|been|getting|breathing|walking|working|mood|anxiety|things|week|month|life|it|everything) ~3 (better|so much better|lighter|calmer|stronger|hopeful|brighter|easier|happier|more (confident|hopeful|relaxed|myself|like myself|in control|alive|settled|at ease)|less (anxious|scared|alone|stressed|panicky|low|afraid|tense|angry|heavy)|on the up|looking up|improving|improved|proud|at peace with|relieved|over the moon|chuffed|buzzing|back to myself|human again|myself again) -(off|late than|if|when im gone|dead)
        (she|he|they|dr \w+|my {NOW}|{NOW}|shes|hes|theyre|that|it|session|today|this|everything) (is|was|are|were|has been|have been|seems|makes me|really|s|just|truly|honestly|always)? ?(\w+ )?(great|lovely|excellent|brilliant|amazing|wonderful|helpful|fantastic|kind|patient|the best|a star|a gem|a legend|a lifesaver|a godsend|a diamond|a treasure|ace|lush|class|grand|sound|mint|spot on|incredible|superb|awesome|golden|magic|a blessing|gentle|understanding|attentive|thoughtful|so good|very good|really good|warm|supportive|the right (one|person|fit)|worth it|worth every penny|a good (fit|match)|lovely (lady|man|woman|person)|just what i needed|what i needed|gold)
        (love|loved|like|liked|enjoy|enjoyed|appreciate|value|valued|trust|admire|adore|rate) (\w+ )?(how|that (she|he)|working with|seeing|talking to|my (session*|therapy|{NOW}|time)|the (session*|exercise|way|chat|group)|our (session*|talks?|chats?|work)|her|him|coming|today|yesterday|it|therapy|(her|his) (style|approach|humour|calm|patience|way))( so| very| a lot| much|$| today| because| and| now| really| too| here)
        (help|helps|helped|helping) (me )?(\w+ )?(a lot|so much|heaps|loads|lots|already|really|massively|enormously|no end|tremendously|understand|see|sleep|cope|get through|realise|breathe|calm|feel|believe|stop|more than)
        (changed|saved|turned around|given me back|gave me back|giving me) my life( back)?
        (glad|happy|pleased|relieved|grateful|thankful|blessed|lucky|delighted|chuffed|proud|content) (\w+ ){0,3}(i|we|to have|with|that|for|about|of|it|you|came|started|her|him|how|found|therapy|said)
        (first time (in|since|for)|havent (had|felt|cut|drunk|cried|panicked|smoked)|no (panic attacks?|nightmares|flashbacks|drinking|cutting|tears)) ~4 (years?|months?|weeks?|ages|a long time|this week|ever|days|since|all week|last night|so far)
        (i )?(finally |actually |even |just |really )?(managed|succeeded|did it|made it|achieved|stood up (for|to)|went (out|to the|back to|outside|on the (bus|tube|train)|into)|said no|spoke up|told (him|her|my \w+) (the truth|no|how)|slept (through|well|all night|eight)|drove|got through|passed|asked for help|joined|called (him|her|my)|laughed|danced|sang|left the house|faced) ~5 (panic|proud|first time|without|alone|by myself|on my own|years|months|well|good|great|happy|yay|enjoyed|through|it|felt|class|exam|test|job|and it|driving|party|shop*|again)
        (small|big|little|huge|good|great|tiny) (win|wins|victory|victories|step|steps|news|progress|breakthrough|improvement|milestone|difference|achievement)
        (progress|breakthrough|turning point|light at the end|lightbulb moment|penny dropped|aha moment|milestone|corner turned|turned a corner|turning a corner|on the mend|moving forward|getting there|out of the woods)
        (good|great|best|lovely|brilliant|wonderful|amazing|nice|productive|helpful|useful|excellent|fantastic|powerful|fab|cracking|smashing|belter of a|really good|beautiful) (session|chat|talk|week|one today|hour|appointment|meeting|conversation|work today|therapist|psychologist|counsellor|time today)
        (well done|bless (her|him|you)|hats off|kudos|shout ?out|props to|five stars|10 ?10|ten out of ten|would recommend|recommend (her|him)|cant (thank|recommend|praise)|couldnt (ask for|wish for|have done|be happier|be more)|owe (her|him|you) (so much|a lot|my)|credit to|tell (her|him|them|dr \w+) (thanks|thank|i said thank|it worked|i did it|i passed|well done|shes|hes)|all thanks to|thanks to (her|him|you|dr \w+|therapy|the)|means (a lot|the world|so much)|made my (day|week|year))
        (cheers|ta|merci|danke|gracias|obrigad[oa]|grazie|shukran|dhanyavaad|salamat|go raibh maith agat|diolch|kia ora|ngiyabonga|dziekuje|spasibo|tesekkur*|cam on|xie xie|thankyou|much obliged|god bless|many thanks|thanks a million|thanks so much|fair play)
        (gets|get|got|understands|understood|hears|heard|sees|saw|knows) me( completely| so well| like| better| in a way| straight| and|$| really| properly| at last| for the first)
        (thoughts?|nightmares|panic|voices|urges|attacks|anxiety|cravings|those feelings) (have |has |are |is |had |all |now )*(gone|stopped|eased|less|fewer|quieter|faded|disappeared|passed|left|settled|better|rare|under control)
        (clean|sober|dry|smoke free|self harm free) (for|since|\d+|now|today|a|six|two|three|one|five)( \w+)? ?(days?|weeks?|months?|years?|march|june|january|christmas)?
        (im|i am|was|feeling|feel) (really |so |very |quite |dead |pretty |genuinely |actually )*(proud|grateful|thankful|hopeful|happy with|pleased with|chuffed|relieved|optimistic|excited|content|at peace|better)( of| about| with| for| that|$| and| today| to| now| it)
        """,
        NOW=NOW,
        THEY=THEY,
    ),
)
