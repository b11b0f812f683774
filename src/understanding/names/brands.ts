/**
 * Brands of household devices, as stems. A brand name alone identifies a device ("turn on the Osram"); any other single word of
 * a name may mean something else ("turn off the fish").
 */
export const BRAND_NAMES: ReadonlySet<string> = new Set(
  "aeg aqara arlo artemide beko bosch bose breville broadlink cuckoo daikin danfoss delonghi denon dreame dyson ecobee ecovacs electrolux elgato eufy fujitsu govee haier harman hisense hitachi honeywell hoover hue husqvarna ikea innr irobot jabra jbl jura kasa kef krups ledvance lg lifx lutron meross midea miele mitsubishi nanoleaf neato nespresso netatmo osram panasonic philips reolink roborock roomba samsung schlage sengled shelly siemens smeg sonoff sonos sony switchbot tado tapo teufel toshiba tuya velux vornado wemo whirlpool wiz worx xiaomi yale yeelight".split(
    " ",
  ),
);
