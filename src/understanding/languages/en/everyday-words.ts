/** Words of reasons and small talk: people, bodies, days, weather, events in a house. Separated by spaces. */
const TOLD =
  "redo mean meant block blocking sun sunlight glare heatstroke could would should chance real awfully wants since oops wife husband kid kids child children " +
  "baby babies twin twins son daughter mum mom mother dad father granny grandma grandpa grandmother grandfather " +
  "aunt uncle sister brother cousin niece nephew friend friends mate guest guests visitor neighbour neighbours " +
  "neighbor neighbors boss colleague doctor nurse teacher plumber courier delivery parcel dog cat puppy kitten " +
  "hamster parrot bill bills money pounds quid dollars bucks euros rent fortune expensive electricity work " +
  "office job shift meeting call phone interview exam exams homework essay report reports deadline school " +
  "nursery class lesson party dinner lunch breakfast supper brunch takeaway pizza food cooking baking dishes " +
  "laundry bath nap sleep asleep sleepy awake tired exhausted knackered sick ill cough fever flu headache " +
  "migraine throat nose eyes back hands feet allergy allergies asthma pollen dust dusty crumbs mess messy dirty " +
  "muddy spilled spilt broke smell smells stink stinks smoke smoky noise noisy loud weird strange scary scared " +
  "outside rain raining rainy snow snowing storm stormy wind windy sunny sunshine gorgeous lovely awful " +
  "horrible terrible freezing boiling sweating shivering yawning thirsty hungry early late soon tonight holiday " +
  "trip travel airport train birthday christmas halloween spring summer autumn winter season movie film book reading writing studying yoga workout exercise " +
  "gym leaving going coming arriving fell woke finish finished promised really very quite terribly";

/**
 * Everyday words of four letters and more without a meaning for a home that are one letter from a word with one: a beer is no
 * misspelt beep. Separated by spaces; words with a meaning keep it.
 */
export const ENGLISH_EVERYDAY_WORDS: string = (
  "news account actor actress album angel anger apple army artist author bacon bagel bakery banana band bandage barber " +
  "barn bartender battle beach beam bean bear beard beast beat beef beer bell belt bench berry biology bird biscuit " +
  "bite blouse bluff boat body bold bomb bond bone bore born bowl bracelet brain brake brave break breath brick " +
  "bride bridge brief broom bucket build bunch burger burn burst bush butcher butter butterfly cable cage cake " +
  "calendar calm camp candy cape card career carpet carrot cash cast castle cave cell cement cereal chain chalk " +
  "champ chart chat cheap cheek cheese chemistry chess chest chief chin chinese chip chocolate choir church cider " +
  "circle city claim clap clay clerk cliff climb clinic clip cloth cloud club clue coach coal coast coat cocktail " +
  "code coin cola college comb comic company concert cookie copy core corn cost country court crab crack craft " +
  "crash crazy crew crib crime crop crowd crown cruel crush cube curl curve cute dance dancer dare dash data date " +
  "deaf death debt deer dentist deny devil diary diet dirt dive doll donut dose draft drag dragon drain drama dream " +
  "dress drift drink drive drug drunk duck dull dumb duty eager eagle earn earth east easy edge elbow elder email " +
  "engine english enjoy enter eraser event exact exit face factory fake false fame fancy farm fear feast feed fence " +
  "ferry fiber field fight file fill final finger firm fist flag flame flesh float flock flour flower fluid flute " +
  "focus foil fold folder folk fond fool force forge fork form fort found french fries frog frost fruit fuel fund " +
  "funny fuse gain garlic gaze gene gentleman german ghost giant gift girl glad glance globe glory glove glue goal " +
  "goat golf goose grace grade grain grand grant grape graph grasp grave gray greet grey grief grin grip group grow " +
  "guard guess guide guilt guys habit hail hammer handle hang happy harsh hate haul hawk head heal heap heart " +
  "heaven heavy heel height hell helmet herb herd hero hide hike hill hinge hire history hobby hole holy honest " +
  "honey hook hope horse hospital host hostel hotel huge human humor hunt hurt idea inch inner island jacket jail " +
  "jazz jeans jelly joint joke journal judge juice jump jury keen king kiss kite knee knife knight knit knob knock " +
  "knot label lack ladder lady lake land lane language large laser laugh lawyer lazy lead lean learn legal lend " +
  "length lens letter lever liar lick limb line link lion liver loaf loan lobby local logic loop lord lose loss " +
  "lost love loyal luck lung lyrics magazine magic maid mail major male mall mark marker market mask mass match " +
  "math mattress maze meal meat medal medicine meet melody melon melt memo memory menu mercy metal meter mice mild " +
  "mile milk mill mine minor miss mist mobile model moist monk monster moon moral mosque moth mountain mouse mouth " +
  "muffin myth nail neat neck necklace needle nerve nest noble north note novel nuts oath obey offer omit onion " +
  "opera organ ounce oval owner package page pain pair palace palm panic pants paper part pass pasta paste patch " +
  "path peace peak pear pearl pencil pepper petrol phase photo physics piece pile pill pillar pillow pinch pine " +
  "pint plane planet plank plant plate plot poem poet poke pole police poll pony pork port pose post potato pray " +
  "present price pride priest prime prince princess print prison prize project proud puff pulse punch pupil purse " +
  "quack quake queen quest quilt quiz quote race racket rage rail rally ranch rank rare rate reach rear rebel " +
  "recipe recycle reed reef reply rescue rhythm ride rifle riot ripe risk rival river road roar robe rock rocket " +
  "role root rope rough round route rude ruler rush rust sack sail saint salad salary sale salt sand sandal sauce " +
  "sausage scale scan scar scare scarf science score scout screw seal search seat seed seek seem sell sentence " +
  "series serve sewer shake shame shampoo shape share shark sheep sheet shell shield ship shirt shock shoe shoot " +
  "shop shore shot shout shrug sigh sign silk silly silver sing singer site size skate sketch skill skin skirt " +
  "skull slap slave sleeve slice slim slip slope small smash smile smoothie snack snail snake sneak soap soccer " +
  "shave shaving shaver sock soil soldier solid solve sore soul sour south spark spear spell spend spice spider spill spit split spoil " +
  "spoon sport spread squad square stab stack staff stain stake stale stamp staple star stare statue steak steal " +
  "steep steer stem stiff sting stir stock stone stool story straw stray street stress strict strike string stroke " +
  "student stuff style sugar suit surf swamp swan swap swear sweat sweater sweet swell swift swim sword tail tailor " +
  "tale tall tame tape task taste taxi teach team tear tease teeth temple tend term text theft theme thick thief " +
  "thigh thin thorn thread throw thumb thunder tick ticket tide tiger tile tiny tire title toad token tomato tongue " +
  "tool tooth toss total tough tour towel tower town trace trade trail tram tray treat trend trial triangle tribe " +
  "trick troop truck trumpet trust truth tube tuck tunnel turtle twig twist type uber ugly union upset urge usual " +
  "vague vain valid valley vase vast vein verb verse vest villa village villain vine violin virus visit vital vodka " +
  "voice vote wage wagon waist waiter waitress wallet wasp waste wave wealth wear weave wedding weed weigh weight " +
  "west whale wheat wheel whiskey whistle wide width wild wing wink winner winter wipe wire wise witch wizard wolf " +
  "woman women wood word worker world worm worth wound wrap wreck wrench wrist write writer yawn year yell young " +
  "youth zebra " +
  TOLD
).replaceAll(" ", ", ");
