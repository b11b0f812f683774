"""python-miio as a client of a simulated device: what it reads, sets and does, as one JSON object on standard output."""
import json
import sys

from miio import Device
from miio.exceptions import DeviceError, DeviceException
from miio.miot_device import MiotDevice

address, token = sys.argv[1:3]
mapping = {
    "power": {"siid": 2, "piid": 1},
    "brightness": {"siid": 2, "piid": 2},
    "color_temperature": {"siid": 2, "piid": 3},
}
device = MiotDevice(mapping, address, token, lazy_discover=False)


def outcome(act):
    try:
        return {"result": act()}
    except (DeviceError, DeviceException) as error:
        return {"error": str(error)}


def values():
    return {item["did"]: item["value"] for item in device.get_properties()}


report = {
    "info": Device(address, token).info().model,
    "before": values(),
    "set": device.set_property("brightness", 37),
    "power": device.set_property("power", True),
    "refused": device.set_property("brightness", 900),
    "action": device.send("action", {"did": "light", "siid": 2, "aiid": 1, "in": []}),
    "after": values(),
    "unknown": outcome(lambda: device.send("no_such_method")),
}
json.dump(report, sys.stdout)
