/** What each setting is for, keyed by its place in jia.yaml. */
export const settings = {
  "home.file":
    "The home file: names, rooms, and the devices to simulate. flat and house name the examples of devices/homes/.",
  "home.name": "The home's name; wins over the home file.",
  "home.language": "The home's language; wins over the home file.",
  "home.temperature": "The unit that temperatures are told in.",
  "home.timezone": "Where clock times are meant; wins over the home file. Without either: the system's.",
  "home.location": "For sunrise and sunset; wins over the home file.",
  data: "The folder of the SQLite file.",
  "database.url": "A PostgreSQL database instead of the SQLite file.",
  "server.host": "The address that the API listens on. Anything but loopback needs server.token.",
  "server.port": "The port that the API listens on; 0 takes a free one.",
  "server.token": "The API token, asked for as Authorization: Bearer <token>.",
  "server.hosts": "Names that the API may be called by, besides those of this machine.",
  "mqtt.url": "Your MQTT broker. Without it Jia runs one of its own and simulates the home file.",
  "mqtt.username": "User name at the broker.",
  "mqtt.password": "Password at the broker.",
  "mqtt.ca": "Certificate authority of the broker (PEM).",
  "mqtt.cert": "Client certificate (PEM); goes with mqtt.key.",
  "mqtt.key": "Private key of the client certificate (PEM).",
  "mqtt.port": "The port of Jia's own broker, when mqtt.url is not given; 0 takes a free one.",
  "specs.folder":
    "A folder of MIoT-Spec-V2 instances beyond those of devices/; specs below the data folder when not given.",
  "specs.fetch": "Fetch unknown specs from the public spec site, once each. It learns which models you have.",
  "hub.client":
    "The virtual device id that your client certificate was made out to. With it Jia speaks to the central hub.",
  "hub.host": "The hub's address; found by mDNS when not given.",
  "hub.port": "The hub's port, with hub.host: 8883 on hubs, 18883 on routers.",
  "hub.ca": "The authorities that sign hubs' certificates (PEM).",
  "hub.cert": "Your client certificate (PEM).",
  "hub.key": "Its private key (PEM), mode 0600.",
  "hub.names": "Rooms and names of the hub's devices, and names of its scenes (JSON).",
  "cloud.token": "With it Jia also listens to what the Mi Home cloud reports. It sends no commands there.",
  "cloud.app": "The id of the application that the token was given to.",
  "cloud.region": "The region of your account.",
  "cloud.devices": "An export of the cloud's device list (JSON): which devices to listen to.",
  "zigbee2mqtt.base": "The base topic of Zigbee2MQTT on that broker.",
  "discovery.prefix":
    "Where devices announce themselves in Home Assistant's way (ESPHome, Tasmota, Valetudo and many others).",
  "simulator.enabled":
    "Simulate the devices of the home file. When it is not given: on with Jia's own broker, off with yours.",
  "simulator.seed": "A seed makes a simulation repeat exactly.",
  "simulator.speed": "How fast simulated time runs.",
  "model.name": "The language model; none for the local understanding alone.",
  "model.url": "Base URL of any server with OpenAI's chat completions.",
  "model.key": "The key for the model's server.",
  "model.fallbacks":
    "Models to use when the first is gone, in order. When not given, with OpenRouter: the successors of Hunter Alpha.",
  "model.hidden.devices": "Devices that a model is never told of, by id, handle or name.",
  "model.hidden.kinds": "Kinds of device that a model is never told of, such as camera.",
  "model.hidden.rooms": "Rooms that a model is never told of, with all that stands in them.",
  "policy.defaults": "Keep Jia's own rules (docs/security.md) after those of policy.rules.",
  "policy.outgoing":
    "Origins that automations may send notices to unasked, wherever they are. Others are asked about, and must be public.",
  "policy.rules":
    "Own rules: allow, confirm or deny by device, kind, service, property, value. The first that matches decides.",
  "log.level": "What is logged to standard error.",
};
