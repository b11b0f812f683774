import { rowsOf } from "./step.ts";

const BASIC = { command_topic: "l/set", state_topic: "l/on" };
const DIMMED = { ...BASIC, brightness_command_topic: "l/dim/set", brightness_state_topic: "l/dim" };
const JSON_LIGHT = { schema: "json", command_topic: "l/set", state_topic: "l", brightness: true };
const COLOURS = { ...JSON_LIGHT, supported_color_modes: ["xy", "color_temp"], min_mireds: 153, max_mireds: 500 };
const TEMPLATE = {
  schema: "template",
  command_topic: "l/set",
  state_topic: "l",
  command_on_template: "on|{{ brightness|d }}|{{ color_temp|d }}|{{ red|d }}-{{ green|d }}-{{ blue|d }}|{{ effect|d }}",
  command_off_template: "off",
};

export const lights = rowsOf("light", {
  "on and off in its own words": [
    { ...BASIC, payload_on: "lit", payload_off: "dark" },
    [
      ["hear", "l/on", "lit", { "light.on": true }],
      ["hear", "l/on", "dark", { "light.on": false }],
      ["hear", "l/on", "None", { "light.on": null }],
      ["hear", "l/on", "lit", { "light.on": true }],
      ["hear", "l/on", "", { "light.on": true }],
      ["write", { "light.on": true }, ["l/set", "lit"]],
      ["write", { "light.on": false }, ["l/set", "dark"]],
    ],
  ],
  "its state through a template": [
    { ...BASIC, state_value_template: "{{ value_json.power }}" },
    [
      ["hear", "l/on", '{"power":"ON"}', { "light.on": true }],
      ["hear", "l/on", '{"other":1}', { "light.on": true }],
      ["hear", "l/on", '{"power":null}', { "light.on": null }],
    ],
  ],
  "qos and retain of its orders, qos also as a text": [
    { ...BASIC, qos: "2", retain: true },
    [["write", { "light.on": true }, ["l/set", "ON", 2, "retain"]]],
  ],
  "brightness in its own scale": [
    { ...DIMMED, brightness_scale: 99 },
    [
      ["hear", "l/dim", "99", { "light.brightness": 100 }],
      ["hear", "l/dim", "50", { "light.brightness": 51 }],
      ["write", { "light.brightness": 100 }, ["l/dim/set", "99"]],
      ["write", { "light.brightness": 1 }, ["l/dim/set", "1"]],
    ],
  ],
  "a brightness of 0 is no brightness, whether it is on or off": [
    DIMMED,
    [
      ["hear", "l/dim", "128", { "light.brightness": 50 }],
      ["hear", "l/on", "OFF", { "light.on": false }],
      ["hear", "l/dim", "0", { "light.brightness": 50 }],
      ["hear", "l/on", "ON", { "light.on": true }],
      ["hear", "l/dim", "0", { "light.brightness": 50, "light.on": true }],
      ["hear", "l/dim", "None", { "light.brightness": null }],
    ],
  ],
  "a brightness that is no number is not known": [
    DIMMED,
    [
      ["hear", "l/dim", "255", { "light.brightness": 100 }],
      ["hear", "l/dim", "bright", { "light.brightness": null }],
    ],
    ["wrong-value"],
  ],
  "brightness through a template both ways": [
    {
      ...DIMMED,
      brightness_value_template: "{{ value_json.level }}",
      brightness_command_template: '{"level":{{ value }}}',
    },
    [
      ["hear", "l/dim", '{"level":255}', { "light.brightness": 100 }],
      ["write", { "light.brightness": 100 }, ["l/dim/set", '{"level":255}']],
    ],
  ],
  "turned on first, then dimmed": [
    { ...DIMMED, on_command_type: "first" },
    [
      ["write", { "light.brightness": 100 }, ["l/set", "ON"], ["l/dim/set", "255"]],
      ["write", { "light.on": true, "light.brightness": 50 }, ["l/set", "ON"], ["l/dim/set", "128"]],
      ["write", { "light.on": true }, ["l/set", "ON"]],
      ["write", { "light.on": false }, ["l/set", "OFF"]],
    ],
  ],
  "dimmed first, then turned on": [
    { ...DIMMED, on_command_type: "last" },
    [
      ["write", { "light.brightness": 100 }, ["l/dim/set", "255"], ["l/set", "ON"]],
      ["write", { "light.on": true, "light.brightness": 50 }, ["l/dim/set", "128"], ["l/set", "ON"]],
      ["write", { "light.on": true }, ["l/set", "ON"]],
    ],
  ],
  "on_command_type left out: dimmed before it is turned on, and alone when nothing else is asked": [
    DIMMED,
    [
      ["write", { "light.on": true, "light.brightness": 50 }, ["l/dim/set", "128"], ["l/set", "ON"]],
      ["write", { "light.brightness": 50 }, ["l/dim/set", "128"]],
    ],
  ],
  "turned on by its brightness": [
    { ...DIMMED, on_command_type: "brightness" },
    [
      ["write", { "light.on": true }, ["l/dim/set", "255"]],
      ["write", { "light.brightness": 20 }, ["l/dim/set", "51"]],
      ["write", { "light.on": true }, ["l/dim/set", "51"]],
      ["hear", "l/dim", "100", { "light.brightness": 39 }],
      ["write", { "light.on": true }, ["l/dim/set", "100"]],
      ["write", { "light.on": true, "light.brightness": 100 }, ["l/dim/set", "255"]],
      ["write", { "light.on": false }, ["l/set", "OFF"]],
    ],
  ],
  "turned on by its brightness, in its own scale": [
    { ...DIMMED, on_command_type: "brightness", brightness_scale: 100 },
    [["write", { "light.on": true }, ["l/dim/set", "100"]]],
  ],
  "turned on by a brightness that it does not have": [
    { ...BASIC, on_command_type: "brightness" },
    [["write", { "light.on": true }, ["l/set", "ON"]]],
  ],
  "the colour in channels": [
    { ...DIMMED, rgb_command_topic: "l/rgb/set", rgb_state_topic: "l/rgb" },
    [
      ["hear", "l/rgb", "255,128,0", { "light.color": 0xff8000 }],
      ["hear", "l/rgb", "None", { "light.color": null }],
      ["write", { "light.color": 0x00ff00 }, ["l/rgb/set", "0,255,0"]],
    ],
  ],
  "what is no colour is not known": [
    { ...DIMMED, rgb_command_topic: "l/rgb/set", rgb_state_topic: "l/rgb" },
    [
      ["hear", "l/rgb", "255,0,0", { "light.color": 0xff0000 }],
      ["hear", "l/rgb", "255,0", { "light.color": null }],
    ],
    ["wrong-value"],
  ],
  "the colour through templates": [
    {
      ...DIMMED,
      rgb_command_topic: "l/rgb/set",
      rgb_state_topic: "l/rgb",
      rgb_command_template: "{{ '#%02x%02x%02x' | format(red, green, blue) }}",
      rgb_value_template: "{{ value_json.rgb | join(',') }}",
    },
    [
      ["hear", "l/rgb", '{"rgb":[1,2,255]}', { "light.color": 0x0102ff }],
      ["write", { "light.color": 0xff8040 }, ["l/rgb/set", "#ff8040"]],
    ],
  ],
  "without a topic for it, its brightness is that of its colour": [
    { ...BASIC, rgb_command_topic: "l/rgb/set", rgb_state_topic: "l/rgb" },
    [
      ["hear", "l/rgb", "127,0,0", { "light.color": 0xff0000, "light.brightness": 50 }],
      ["write", { "light.brightness": 100 }, ["l/rgb/set", "255,0,0"]],
      ["write", { "light.brightness": 20 }, ["l/rgb/set", "51,0,0"]],
      ["write", { "light.color": 0x00ff00 }, ["l/rgb/set", "0,51,0"]],
      ["write", { "light.color": 0x0000ff, "light.brightness": 100 }, ["l/rgb/set", "0,0,255"]],
      ["hear", "l/rgb", "0,0,0", { "light.color": 0xff0000, "light.brightness": 50 }],
      ["hear", "l/rgb", "10,20,40", { "light.color": 0x4080ff, "light.brightness": 16 }],
    ],
  ],
  "only a colour topic: white as bright as asked for": [
    { command_topic: "l/set", rgb_command_topic: "l/rgb/set" },
    [
      ["write", { "light.brightness": 50 }, ["l/rgb/set", "128,128,128"]],
      ["write", { "light.on": true, "light.brightness": 100 }, ["l/rgb/set", "255,255,255"], ["l/set", "ON"]],
      ["write", { "light.on": false }, ["l/set", "OFF"]],
    ],
  ],
  "turned on by the brightness of its colour": [
    { ...BASIC, on_command_type: "brightness", rgb_command_topic: "l/rgb/set" },
    [
      ["write", { "light.on": true }, ["l/rgb/set", "255,255,255"]],
      ["write", { "light.on": true, "light.color": 0x00ff00 }, ["l/rgb/set", "0,255,0"]],
      ["write", { "light.color": 0xff8000, "light.brightness": 20 }, ["l/rgb/set", "51,26,0"]],
    ],
  ],
  "a colour with a white channel": [
    { ...DIMMED, rgbw_command_topic: "l/rgbw/set", rgbw_state_topic: "l/rgbw" },
    [
      ["hear", "l/rgbw", "255,0,0,0", { "light.color": 0xff0000 }],
      ["hear", "l/rgbw", "0,0,0,255", { "light.color": 0xffffff }],
      ["hear", "l/rgbw", "255,0,0,255", { "light.color": 0xff8080 }],
      ["write", { "light.color": 0x00ff00 }, ["l/rgbw/set", "0,255,0,0"]],
      ["write", { "light.color": 0xffffff }, ["l/rgbw/set", "0,0,0,255"]],
      ["write", { "light.color": 0xff8080 }, ["l/rgbw/set", "253,0,0,255"]],
    ],
  ],
  "a white channel in a template": [
    {
      ...BASIC,
      rgbw_command_topic: "l/rgbw/set",
      rgbw_command_template: "{{ red }}/{{ green }}/{{ blue }}/{{ white }}",
    },
    [["write", { "light.color": 0x0000ff }, ["l/rgbw/set", "0/0/255/0"]]],
  ],
  "a colour with a cold and a warm white": [
    { ...DIMMED, rgbww_command_topic: "l/c/set", rgbww_state_topic: "l/c" },
    [
      ["hear", "l/c", "0,255,0,0,0", { "light.color": 0x00ff00 }],
      ["hear", "l/c", "0,0,0,255,255", { "light.color": 0xffffff }],
      ["write", { "light.color": 0xffffff }, ["l/c/set", "0,0,0,255,255"]],
      ["write", { "light.color": 0xff0000 }, ["l/c/set", "255,0,0,0,0"]],
    ],
  ],
  "two whites in a template": [
    { ...BASIC, rgbww_command_topic: "l/c/set", rgbww_command_template: "{{ red }} {{ cold_white }} {{ warm_white }}" },
    [["write", { "light.color": 0xff0000 }, ["l/c/set", "255 0 0"]]],
  ],
  "the colour as hue and saturation": [
    { ...DIMMED, hs_command_topic: "l/hs/set", hs_state_topic: "l/hs", hs_command_template: "{{ hue }}:{{ sat }}" },
    [
      ["hear", "l/hs", "240,100", { "light.color": 0x0000ff }],
      ["hear", "l/hs", "0,0", { "light.color": 0xffffff }],
      ["write", { "light.color": 0x00ff00 }, ["l/hs/set", "120:100"]],
    ],
  ],
  "the colour as chromaticity": [
    { ...DIMMED, xy_command_topic: "l/xy/set", xy_state_topic: "l/xy" },
    [
      ["hear", "l/xy", "0.64,0.33", { "light.color": 0xff0000 }],
      ["write", { "light.color": 0xff0000 }, ["l/xy/set", "0.64,0.33"]],
    ],
  ],
  "the white in mired": [
    {
      ...DIMMED,
      color_temp_command_topic: "l/ct/set",
      color_temp_state_topic: "l/ct",
      min_mireds: 200,
      max_mireds: 400,
    },
    [
      ["hear", "l/ct", "250", { "light.color-temperature": 4000 }],
      ["hear", "l/ct", "None", { "light.color-temperature": null }],
      ["hear", "l/ct", "600", { "light.color-temperature": 2500 }],
      ["write", { "light.color-temperature": 4000 }, ["l/ct/set", "250"]],
    ],
  ],
  "the white in kelvin, through a template": [
    {
      ...DIMMED,
      color_temp_kelvin: true,
      color_temp_command_topic: "l/ct/set",
      color_temp_state_topic: "l/ct",
      color_temp_command_template: "K{{ value }}",
      color_temp_value_template: "{{ value_json.k }}",
    },
    [
      ["hear", "l/ct", '{"k":3000}', { "light.color-temperature": 3000 }],
      ["write", { "light.color-temperature": 5000 }, ["l/ct/set", "K5000"]],
    ],
  ],
  "another colour mode clears what it does not show": [
    {
      ...DIMMED,
      color_mode_state_topic: "l/mode",
      color_temp_command_topic: "l/ct/set",
      color_temp_state_topic: "l/ct",
      hs_command_topic: "l/hs/set",
      hs_state_topic: "l/hs",
    },
    [
      ["hear", "l/hs", "120,100", { "light.color": 0x00ff00 }],
      ["hear", "l/ct", "250", { "light.color-temperature": 4000 }],
      ["hear", "l/mode", "color_temp", { "light.color": null, "light.color-temperature": 4000 }],
      ["hear", "l/hs", "240,100", { "light.color": 0x0000ff }],
      ["hear", "l/mode", "hs", { "light.color": 0x0000ff, "light.color-temperature": null }],
    ],
  ],
  "effects of a list, one of them called none": [
    {
      ...BASIC,
      effect_command_topic: "l/fx/set",
      effect_state_topic: "l/fx",
      effect_list: ["none", "rainbow", "unknown"],
    },
    [
      ["hear", "l/fx", "rainbow", { "light.effect": "Rainbow" }],
      ["hear", "l/fx", "none", { "light.effect": "None" }],
      ["hear", "l/fx", "unknown", { "light.effect": "Unknown" }],
      ["hear", "l/fx", "None", { "light.effect": "None" }],
      ["hear", "l/fx", "unavailable", { "light.effect": null }],
      ["write", { "light.effect": "None" }, ["l/fx/set", "none"]],
      ["write", { "light.effect": "Rainbow" }, ["l/fx/set", "rainbow"]],
    ],
  ],
  "an effect through templates": [
    {
      ...BASIC,
      effect_command_topic: "l/fx/set",
      effect_state_topic: "l/fx",
      effect_list: ["fire"],
      effect_command_template: '{"fx":"{{ value }}"}',
      effect_value_template: "{{ value_json.fx }}",
    },
    [
      ["hear", "l/fx", '{"fx":"fire"}', { "light.effect": "Fire" }],
      ["write", { "light.effect": "Fire" }, ["l/fx/set", '{"fx":"fire"}']],
    ],
  ],
  "an effect without a list is told and cannot be asked for": [
    { ...BASIC, effect_command_topic: "l/fx/set", effect_state_topic: "l/fx" },
    [
      ["hear", "l/fx", "storm", { "light.effect": "storm" }],
      ["hear", "l/fx", "None", { "light.effect": null }],
    ],
  ],
  "JSON: state, brightness and what is not known of them": [
    JSON_LIGHT,
    [
      ["hear", "l", '{"state":"ON","brightness":255}', { "light.on": true, "light.brightness": 100 }],
      ["hear", "l", '{"state":"OFF"}', { "light.on": false, "light.brightness": 100 }],
      ["hear", "l", '{"state":"ON","brightness":0}', { "light.on": true, "light.brightness": 100 }],
      ["hear", "l", '{"state":"OFF","brightness":0}', { "light.on": false, "light.brightness": 100 }],
      ["hear", "l", '{"brightness":null}', { "light.brightness": null, "light.on": false }],
      ["hear", "l", '{"state":null}', { "light.on": null }],
      ["write", { "light.on": true }, ["l/set", '{"state":"ON"}']],
      ["write", { "light.on": false }, ["l/set", '{"state":"OFF"}']],
      ["write", { "light.on": true, "light.brightness": 50 }, ["l/set", '{"state":"ON","brightness":128}']],
    ],
  ],
  "JSON: a brightness that is no number is not known": [
    JSON_LIGHT,
    [
      ["hear", "l", '{"state":"ON","brightness":100}', { "light.brightness": 39 }],
      ["hear", "l", '{"state":"ON","brightness":"high"}', { "light.brightness": null, "light.on": true }],
    ],
    ["wrong-value"],
  ],
  "JSON: what is no object says nothing": [
    JSON_LIGHT,
    [
      ["hear", "l", '{"state":"ON"}', { "light.on": true }],
      ["hear", "l", "ON", { "light.on": true }],
    ],
    ["template-failed"],
  ],
  "JSON: a brightness in its own scale": [
    { ...JSON_LIGHT, brightness_scale: 99 },
    [
      ["hear", "l", '{"state":"ON","brightness":99}', { "light.brightness": 100 }],
      ["write", { "light.on": true, "light.brightness": 1 }, ["l/set", '{"state":"ON","brightness":1}']],
    ],
  ],
  "JSON: null clears a colour": [
    COLOURS,
    [
      ["hear", "l", '{"color_mode":"xy","color":{"x":0.64,"y":0.33}}', { "light.color": 0xff0000 }],
      ["hear", "l", '{"color":null}', { "light.color": null }],
    ],
  ],
  "JSON: another colour mode clears what it does not show": [
    COLOURS,
    [
      ["hear", "l", '{"color_mode":"xy","color":{"x":0.64,"y":0.33}}', { "light.color": 0xff0000 }],
      [
        "hear",
        "l",
        '{"color_mode":"color_temp","color_temp":250}',
        { "light.color": null, "light.color-temperature": 4000 },
      ],
      [
        "hear",
        "l",
        '{"color_mode":"color_temp","color_temp":200,"color":{"x":0.64,"y":0.33}}',
        { "light.color": null, "light.color-temperature": 5000 },
      ],
      ["hear", "l", '{"color_mode":"xy","color":{"x":0.64,"y":0.33}}', { "light.color-temperature": null }],
      ["write", { "light.color-temperature": 4000 }, ["l/set", '{"color_temp":250}']],
      ["write", { "light.color": 0xff0000 }, ["l/set", '{"color":{"x":0.64,"y":0.33}}']],
    ],
  ],
  "JSON: a mode without colour clears both": [
    { ...COLOURS, supported_color_modes: ["rgb", "color_temp"] },
    [
      ["hear", "l", '{"color":{"r":"255","g":"0","b":"0"},"color_temp":250}', { "light.color": 0xff0000 }],
      ["hear", "l", '{"color_mode":"white"}', { "light.color": null, "light.color-temperature": null }],
    ],
  ],
  "JSON: colour modes in channels, with whites, as hue": [
    { ...JSON_LIGHT, supported_color_modes: ["rgbw"] },
    [
      ["hear", "l", '{"color_mode":"rgbw","color":{"r":0,"g":0,"b":0,"w":255}}', { "light.color": 0xffffff }],
      ["hear", "l", '{"color_mode":"rgbw","color":{"r":0,"g":255,"b":0,"w":0}}', { "light.color": 0x00ff00 }],
      ["write", { "light.color": 0xff0000 }, ["l/set", '{"color":{"r":255,"g":0,"b":0,"w":0}}']],
    ],
  ],
  "JSON: two whites": [
    { ...JSON_LIGHT, supported_color_modes: ["rgbww"] },
    [
      ["hear", "l", '{"color_mode":"rgbww","color":{"r":255,"g":0,"b":0,"c":0,"w":0}}', { "light.color": 0xff0000 }],
      ["write", { "light.color": 0xffffff }, ["l/set", '{"color":{"r":0,"g":0,"b":0,"c":255,"w":255}}']],
    ],
  ],
  "JSON: channels": [
    { ...JSON_LIGHT, supported_color_modes: ["rgb"] },
    [
      ["hear", "l", '{"color_mode":"rgb","color":{"r":255,"g":128,"b":0}}', { "light.color": 0xff8000 }],
      ["hear", "l", '{"color_mode":"rgb","color":{"r":1}}', { "light.color": 0xff8000 }],
      ["write", { "light.color": 0x00ff00 }, ["l/set", '{"color":{"r":0,"g":255,"b":0}}']],
    ],
  ],
  "JSON: hue and saturation": [
    { ...JSON_LIGHT, supported_color_modes: ["hs"] },
    [
      ["hear", "l", '{"color_mode":"hs","color":{"h":240,"s":100}}', { "light.color": 0x0000ff }],
      ["write", { "light.color": 0x00ff00 }, ["l/set", '{"color":{"h":120,"s":100}}']],
    ],
  ],
  "JSON: the white in kelvin": [
    {
      ...JSON_LIGHT,
      supported_color_modes: ["color_temp"],
      color_temp_kelvin: true,
      min_kelvin: 2000,
      max_kelvin: 6500,
    },
    [
      ["hear", "l", '{"color_mode":"color_temp","color_temp":2700}', { "light.color-temperature": 2700 }],
      ["hear", "l", '{"color_temp":null}', { "light.color-temperature": null }],
      ["write", { "light.color-temperature": 3000 }, ["l/set", '{"color_temp":3000}']],
    ],
  ],
  "JSON: effects of a list": [
    { ...JSON_LIGHT, effect: true, effect_list: ["none", "colorloop"] },
    [
      ["hear", "l", '{"effect":"colorloop"}', { "light.effect": "Colorloop" }],
      ["hear", "l", '{"effect":"none"}', { "light.effect": "None" }],
      ["hear", "l", '{"effect":null}', { "light.effect": null }],
      ["write", { "light.effect": "Colorloop" }, ["l/set", '{"effect":"colorloop"}']],
    ],
  ],
  "JSON: any effect where there is no list": [
    { ...JSON_LIGHT, effect: true },
    [
      ["hear", "l", '{"effect":"storm"}', { "light.effect": "storm" }],
      ["hear", "l", '{"effect":null}', { "light.effect": null }],
      ["write", { "light.effect": "calm" }, ["l/set", '{"effect":"calm"}']],
    ],
  ],
  "JSON: neither effects nor colours that it does not announce": [
    JSON_LIGHT,
    [["has", "light.on", "light.brightness", "!light.effect", "!light.color", "!light.color-temperature"]],
  ],
  "templates: state and brightness": [
    { ...TEMPLATE, state_template: "{{ value.split(',')[0] }}", brightness_template: "{{ value.split(',')[1] }}" },
    [
      ["hear", "l", "on,128", { "light.on": true, "light.brightness": 50 }],
      ["hear", "l", "off,128", { "light.on": false }],
      ["hear", "l", "None,None", { "light.on": null, "light.brightness": null }],
      ["write", { "light.on": true, "light.brightness": 100 }, ["l/set", "on|255||--|"]],
      ["write", { "light.on": false }, ["l/set", "off"]],
    ],
  ],
  "templates: the state in its orders is a truth value": [
    {
      ...TEMPLATE,
      command_on_template: "{{ 'up' if state else 'down' }} {{ state }}",
      command_off_template: "{{ state }}",
    },
    [
      ["write", { "light.on": true }, ["l/set", "up True"]],
      ["write", { "light.on": false }, ["l/set", "False"]],
    ],
  ],
  "templates: colour, white and effect": [
    {
      ...TEMPLATE,
      state_template: "{{ value_json.s }}",
      color_temp_template: "{{ value_json.ct }}",
      red_template: "{{ value_json.r }}",
      green_template: "{{ value_json.g }}",
      blue_template: "{{ value_json.b }}",
      effect_template: "{{ value_json.fx }}",
      effect_list: ["none", "rainbow"],
    },
    [
      [
        "hear",
        "l",
        '{"s":"on","ct":250,"r":255,"g":128,"b":0,"fx":"rainbow"}',
        { "light.on": true, "light.color-temperature": 4000, "light.color": 0xff8000, "light.effect": "Rainbow" },
      ],
      [
        "hear",
        "l",
        '{"s":"on","ct":null,"r":null,"g":null,"b":null,"fx":"none"}',
        { "light.color-temperature": null, "light.color": null, "light.effect": "None" },
      ],
      ["write", { "light.color": 0xff8000 }, ["l/set", "on|||255-128-0|"]],
      ["write", { "light.color-temperature": 4000 }, ["l/set", "on||250|--|"]],
      ["write", { "light.effect": "Rainbow" }, ["l/set", "on|||--|rainbow"]],
    ],
  ],
});
