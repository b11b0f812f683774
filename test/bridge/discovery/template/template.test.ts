import { describe, expect, test } from "vitest";
import { Template } from "../../../../src/bridge/discovery/template/template.ts";

const render = (source: string, value: string, names: Record<string, unknown> = {}) => {
  let json: unknown;
  try {
    json = JSON.parse(value) as unknown;
  } catch {
    json = undefined;
  }
  return new Template(source).render({ value, value_json: json, ...names });
};
const text = (source: string, value: string, names: Record<string, unknown> = {}) => {
  const rendered = render(source, value, names);
  return rendered.kind === "text" ? rendered.text : rendered;
};

/** [template, payload, what Home Assistant renders] */
const CASES: readonly (readonly [string, string, string])[] = [
  ["{{ value }}", "21.5", "21.5"],
  ["{{ value_json.temperature }}", '{"temperature":21.5}', "21.5"],
  ['{{ value_json["temperature"] }}', '{"temperature":21.5}', "21.5"],
  ["{{value_json['ENERGY'].Power}}", '{"ENERGY":{"Power":12}}', "12"],
  ["{{ value_json.list[1] }}", '{"list":[1,2]}', "2"],
  ["{{ value_json.contact }}", '{"contact":false}', "False"],
  ["{{ value_json.none }}", '{"none":null}', "None"],
  ["{{ value_json.permit_join | lower }}", '{"permit_join":true}', "true"],
  ["{{ value | float * 2 }}", "2.5", "5"],
  ["{{ (value | float / 3) | round(2) }}", "10", "3.33"],
  ["{{ value | int(0) + 1 }}", "x", "1"],
  ["{{ value | round(0, 'floor') }}", "2.7", "2"],
  ["{{ 2.5 | round }}", "", "2"],
  ["{{ 'ON' if value_json.on else 'OFF' }}", '{"on":true}', "ON"],
  ["{% if value == 'a' %}one{% elif value == 'b' %}two{% else %}three{% endif %}", "b", "two"],
  [
    "{% set values = {None:None,'idle':'idle','heat':'heating'} %}{{ values[value_json.running_state] }}",
    '{"running_state":"heat"}',
    "heating",
  ],
  ["{{ {0:'off',1:'low'}[value_json.speed] | default('') }}", '{"speed":1}', "low"],
  ["{{ {True:'on',False:'off'}[value_json.on] }}", '{"on":true}', "on"],
  ["{{ value_json['update'].get('progress','null') }}", '{"update":{}}', "null"],
  ["{{ value_json.get('a', {}).get('b', 'c') }}", "{}", "c"],
  ["{{ value_json | tojson }}", '{"a":[1,true,null]}', '{"a": [1, true, null]}'],
  ["{{ (value | from_json).a }}", '{"a":3}', "3"],
  ["{{ value | regex_replace('^(\\d+)-(\\d+)$', '\\2') }}", "12-34", "34"],
  ["{{ value | regex_replace('[^0-9.]', '') }}", "v1.2b", "1.2"],
  ["{{ (value | regex_findall('[a-z]+'))[0] }}", "12abc34def", "abc"],
  ["{{ value | regex_findall_index('[0-9]+', 1) }}", "a1b22", "22"],
  ["{{ value | regex_match('[A-Z]+', True) }}", "abc", "True"],
  ["{{ iif(value == 'x', 'yes', 'no') }}", "x", "yes"],
  ["{{ (value == 'x') | iif('yes', 'no') }}", "y", "no"],
  [
    "{{ value_json.x is defined }} {{ value_json.y is defined }} {{ value_json.y.z is defined }}",
    '{"x":1}',
    "True False False",
  ],
  ["{{ 'a' if value_json.x is not none else 'b' }}", '{"x":null}', "b"],
  ["{% for k, v in value_json.items() %}{{ k }}={{ v }};{% endfor %}", '{"a":1,"b":2}', "a=1;b=2;"],
  ["{% for i in range(5) if i is odd %}{{ i }}{% endfor %}", "", "13"],
  [
    "{% for i in range(9) %}{% if i == 2 %}{% continue %}{% endif %}{% if i > 3 %}{% break %}{% endif %}{{ i }}{% endfor %}",
    "",
    "013",
  ],
  ["{% set ns = namespace(n=0) %}{% for i in [1,2,3] %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}", "", "6"],
  ["{{ value.split(',')[1] | trim }}", "a, b", "b"],
  ["{{ value[0:2] ~ value[-1] }}", "abcd", "abd"],
  ["{{ '%.1f' | format(value | float) }} {{ '%02X%02X' % (10, 255) }}", "2.26", "2.3 0AFF"],
  ["{{ ['a','b'] | join('-') }} {{ value_json | map(attribute='n') | list | sum }}", '[{"n":1},{"n":2}]', "a-b 3"],
  [
    "{{ value_json | selectattr('on', 'eq', true) | map(attribute='id') | join }}",
    '[{"on":true,"id":"x"},{"on":false,"id":"y"}]',
    "x",
  ],
  ["{{ dict(zip(['a','b'], [1, 2])) | tojson }}", "", '{"a": 1, "b": 2}'],
  ["{{ dict.from_keys([['a', 1]])['a'] }}", "", "1"],
  ["{{ 7 // 2 }} {{ -7 % 3 }} {{ 2 ** 3 }} {{ 'a' in 'abc' and not false }}", "", "3 2 8 True"],
  ["{# nothing #}{{- ' x ' -}}  ", "", "x"],
  ["{{ [value_json.r, 255] | min }}{{ max(1, 4, 2) }}", '{"r":300}', "2554"],
  ["{{ value | is_defined }}", "here", "here"],
  ["{% set x %}a{{ value }}{% endset %}{{ x | upper }}", "b", "AB"],
];

describe("templates of real payloads", () => {
  test.each(CASES)("%s", (source, payload, expected) => {
    expect(text(source, payload)).toBe(expected);
  });

  test('a template for a field that the message lacks gives "missing", not a fault', () => {
    expect(render("{{ value_json.a.b }}", "{}").kind).toBe("missing");
    expect(render("{{ value_json.a }}", "{}").kind).toBe("missing");
    expect(render("{{ value_json.a | is_defined }}", "{}").kind).toBe("missing");
    expect(render("{{ value_json.a | round(1) }}", "{}").kind).toBe("missing");
    expect(text("{{ value_json.a | default(3) }}", "{}")).toBe("3");
  });

  test("a template that cannot be parsed is broken from the start", () => {
    expect(new Template("{{ value").broken).not.toBeNull();
    expect(new Template("{% macro x() %}{% endmacro %}").broken).toContain("not supported");
    expect(render("{{ value | no_such_filter }}", "1")).toMatchObject({
      kind: "failed",
      detail: "filter no_such_filter",
    });
  });

  test("plain paths need no evaluation", () => {
    expect(new Template("{{ value_json.a['b c'][0].d }}").fast).toBe(true);
    expect(new Template("{{ value_json.a | lower }}").fast).toBe(false);
  });
});
