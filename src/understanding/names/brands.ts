/**
 * Makers of what stands in homes, as the stems of their names. Who says no more than the maker's name means what it made:
 * "turn on the Osram". Any other word of a name may mean another thing ("turn off the fish").
 */
export const BRAND_NAMES: ReadonlySet<string> = new Set(
  "aeg aqara arlo artemide beko bosch bose breville broadlink cuckoo daikin danfoss delonghi denon dreame dyson ecobee ecovacs electrolux elgato eufy fujitsu govee haier harman hisense hitachi honeywell hoover hue husqvarna ikea innr irobot jabra jbl jura kasa kef krups ledvance lg lifx lutron meross midea miele mitsubishi nanoleaf neato nespresso netatmo osram panasonic philips reolink roborock roomba samsung schlage sengled shelly siemens smeg sonoff sonos sony switchbot tado tapo teufel toshiba tuya velux vornado wemo whirlpool wiz worx xiaomi yale yeelight".split(
    " ",
  ),
);
