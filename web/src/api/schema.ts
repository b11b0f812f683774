/**
 * The types of Jia's HTTP API. `npm run client` writes this file from the OpenAPI document, and a test compares it:
 * do not edit it.
 */
export interface paths {
    "/api/assistant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something to the home
         * @description Answers when the turn is over. With Accept: text/event-stream the answer is a stream of the turn's events: started, text, replace, call, outcome, notice, done (or error); the data of `done` is the JSON answer, with `failed` when nothing was done and no outcome shows it. Closing the connection stops the turn.
         */
        post: operations["say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all commands, newest first */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all automations */
        get: operations["listAutomations"];
        put?: never;
        /** Save a new automation */
        post: operations["createAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get an automation */
        get: operations["getAutomation"];
        /** Create or replace an automation */
        put: operations["replaceAutomation"];
        post?: never;
        /** Delete an automation */
        delete: operations["deleteAutomation"];
        options?: never;
        head?: never;
        /** Switch an automation on or off */
        patch: operations["updateAutomation"];
        trace?: never;
    };
    "/api/automations/{id}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what an automation would do now */
        post: operations["dryRunAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the next due times of an automation */
        get: operations["listDueTimes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/{id}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run an automation now
         * @description Answers when the run ends or waits. `force` ignores conditions, cooldown and mode.
         */
        post: operations["runAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what a definition would do now */
        post: operations["dryRunDefinition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/automations/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check an automation without saving it */
        post: operations["validateAutomation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List backups, newest first */
        get: operations["listBackups"];
        put?: never;
        /**
         * Make a backup
         * @description Answers when it is done. With Accept: text/event-stream the answer is a stream: progress (percent), then done with the backup, or error. Closing the connection stops it, and leaves nothing.
         */
        post: operations["createBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a backup */
        delete: operations["deleteBackup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the file of a backup
         * @description It holds what people said and did, and hashes of PINs and tokens. Keep it as private as the data folder.
         */
        get: operations["downloadBackup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a backup
         * @description The backup is checked first. Then Jia restarts with it: the connection ends, and after some seconds /ready answers again. What was there before stays in the data folder as jia.db.before-restore.
         */
        post: operations["restoreBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backups/upload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a backup from elsewhere
         * @description The body is the file, as application/octet-stream. It is checked, and restored only by another request.
         */
        post: operations["uploadBackup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List cameras */
        get: operations["listCameras"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/{id}/still": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a picture of a camera
         * @description 502 when the camera gives none within ten seconds.
         */
        get: operations["getCameraStill"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the addresses of a camera's stream
         * @description They lead to the camera or its go2rtc, not to Jia, and hold no password.
         */
        get: operations["getCameraStream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ways by which notices are sent */
        get: operations["listChannels"];
        put?: never;
        /** Add a way to send notices */
        post: operations["createChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a channel */
        get: operations["getChannel"];
        put?: never;
        post?: never;
        /** Remove a channel */
        delete: operations["deleteChannel"];
        options?: never;
        head?: never;
        /** Change a channel */
        patch: operations["updateChannel"];
        trace?: never;
    };
    "/api/channels/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message by a channel */
        post: operations["testChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the kinds of ways, with what each needs to know */
        get: operations["listChannelWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/confirmations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm commands that wait for a yes
         * @description Runs exactly the commands that were asked for, once, within a minute. Statuses as for setting properties; 404 when there is nothing to confirm (any more). Where `pin` is true in the confirmation, send the PIN. After a wrong one (403) the commands go on waiting; after several, Jia takes no PIN for a while (429).
         */
        post: operations["confirmCommands"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List conversations, the last used first
         * @description A person is shown those in which that person said something, and only what that person said.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what was said in a conversation, in order of time
         * @description The first page has the newest exchanges, the next page those before them.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        /**
         * Delete a conversation
         * @description As a person only what that person said in it.
         */
        delete: operations["deleteConversation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Take a conversation along as a file */
        get: operations["exportConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export all scenes and automations */
        get: operations["exportDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what an import would change */
        post: operations["compareDefinitions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import scenes and automations from a file
         * @description Jia checks the whole file before it saves anything. `prune` deletes what the file does not contain.
         */
        post: operations["importDefinitions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a file of scenes and automations
         * @description Saves nothing. Automations may use the scenes of the file.
         */
        post: operations["validateDefinitions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all devices with their state */
        get: operations["listDevices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a device with its spec and state */
        get: operations["getDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename a device, move it to a room, and change how pages show it
         * @description What a person sets here wins over what the device and the home file say, and stays when Jia starts again. Commands for everything, or for all devices of a kind, leave an essential device on. If-Match with the ETag of the device refuses a change when a person has set something else since; its state does not matter.
         */
        patch: operations["updateDevice"];
        trace?: never;
    };
    "/api/devices/{id}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invoke an action
         * @description `in` holds its arguments in the order of the spec. Statuses as for setting properties.
         */
        post: operations["invokeAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/devices/{id}/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set properties
         * @description Waits for the device. 200: every outcome is good · 202: the policy wants a yes first (confirmation) · 207: some are good, see each · otherwise none is: 400 or 404 it does not fit the spec, 403 denied, 502 refused by the device, 503 offline, 504 no answer in time; `error` names the first reason.
         */
        post: operations["setProperties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/energy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how much electric energy was used
         * @description Devices that cannot tell are left out. Without `device`, days and hours are those of the home.
         */
        get: operations["getEnergy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream the events of the home
         * @description Server-sent events: device-added, device-updated, device-removed, layout-changed, availability-changed, property-changed, event-occurred, executed, notice. A reader that cannot keep up is cut off and may connect again.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/floors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List floors */
        get: operations["listFloors"];
        put?: never;
        /** Make a floor */
        post: operations["createFloor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/floors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a floor */
        get: operations["getFloor"];
        put?: never;
        post?: never;
        /**
         * Delete a floor
         * @description Only one without rooms that neither the home file nor a gateway describes: it would come back.
         */
        delete: operations["deleteFloor"];
        options?: never;
        head?: never;
        /** Rename a floor, and change how pages show it */
        patch: operations["updateFloor"];
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the groups of devices that people made */
        get: operations["listGroups"];
        put?: never;
        /**
         * Make a group of devices
         * @description Sentences that name it mean all its members.
         */
        post: operations["createGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a group of devices */
        get: operations["getGroup"];
        put?: never;
        post?: never;
        /**
         * Delete a group
         * @description Its devices stay.
         */
        delete: operations["deleteGroup"];
        options?: never;
        head?: never;
        /** Rename a group, change its devices, and how pages show it */
        patch: operations["updateGroup"];
        trace?: never;
    };
    "/api/groups/{id}/properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set properties of all devices of a group
         * @description One execution with all its members, as for a single device. A member that does not have a property is left out of it; one that no member has is refused.
         */
        post: operations["setGroupProperties"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell what a property was: its changes, or numbers by steps */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        /**
         * Delete all that is kept of a device
         * @description What it does from now on is kept as before; history.exclude ends that.
         */
        delete: operations["deleteHistory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take the history out as a file
         * @description Ends with the connection. Without `from`: from the beginning on.
         */
        get: operations["exportHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what anything is kept of */
        get: operations["listSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/history/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell how long a property was what */
        get: operations["getStateDurations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell how the home is called, what runs it, and what is wrong with it */
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Rename the home, and change its language and its unit of temperatures
         * @description What a person sets here wins over what the home file says, holds at once, and stays when Jia starts again. What jia.yaml, a variable or an option says is changed there: 409 names it.
         */
        patch: operations["updateHome"];
        trace?: never;
    };
    "/api/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell who sends this request, and what it may do */
        get: operations["getIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what is remembered
         * @description What is of the whole home, and what is of the person who asks.
         */
        get: operations["listMemory"];
        put?: never;
        /**
         * Remember something
         * @description By its kind, or in words alone. It takes the place of what says the same of something else.
         */
        post: operations["createMemory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memory/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what is remembered */
        get: operations["getMemory"];
        /** Remember something else instead */
        put: operations["replaceMemory"];
        post?: never;
        /** Forget something */
        delete: operations["deleteMemory"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memory/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remember what a file holds
         * @description One after another, each as POST /api/memory would.
         */
        post: operations["applyMemory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memory/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List changes of what is remembered, newest first
         * @description When, by whom and of which kind; not what was remembered.
         */
        get: operations["listMemoryChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all modes, and the one that the home is in */
        get: operations["listModes"];
        /**
         * Replace all modes
         * @description Modes that are left out are deleted; `home` stays.
         */
        put: operations["replaceModes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save a mode */
        put: operations["replaceMode"];
        post?: never;
        /** Delete a mode */
        delete: operations["deleteMode"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modes/{id}/begin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the home into a mode
         * @description By its id, its name or another name of it. Activates its scene, then looks at what it checks.
         */
        post: operations["beginMode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/modes/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List when which mode began, oldest first */
        get: operations["listModeChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notices, newest first */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/{id}/act": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what helps
         * @description Runs the commands of the notice as the policy says. Statuses as for setting properties.
         */
        post: operations["actOnNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/quiet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell until when nothing but alarms is sent */
        get: operations["getQuietTime"];
        /** Send nothing but alarms until then */
        put: operations["setQuietTime"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notices as read
         * @description What everybody has read is read by each person.
         */
        post: operations["markNoticesRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count unread notices */
        get: operations["countUnreadNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outside-servers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the outside MCP servers and their tools */
        get: operations["listOutsideServers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/outside-servers/{name}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept the tools of an outside MCP server as it describes them now */
        post: operations["acceptOutsideServer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pairing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether new devices may join, and which came */
        get: operations["getPairing"];
        put?: never;
        /**
         * Let new devices join for a while
         * @description A command like any other: 202 when the policy wants a yes first (POST /api/confirmations/:id). The network closes by itself, also when Jia ends. 409 with what to do instead where nothing can be opened.
         */
        post: operations["startPairing"];
        /** Let no more devices join */
        delete: operations["stopPairing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all people, and who is at home */
        get: operations["listPeople"];
        put?: never;
        /**
         * Add a person
         * @description Once somebody has a PIN, whoever comes with a person's token gives that person's own in X-Jia-PIN.
         */
        post: operations["createPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a person */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        /**
         * Remove a person
         * @description Once somebody has a PIN, whoever comes with a person's token gives that person's own in X-Jia-PIN.
         */
        delete: operations["deletePerson"];
        options?: never;
        head?: never;
        /**
         * Change a person
         * @description Fields that are left out stay; null takes one away, and the id stays. For role, limits and until: Once somebody has a PIN, whoever comes with a person's token gives that person's own in X-Jia-PIN.
         */
        patch: operations["updatePerson"];
        trace?: never;
    };
    "/api/people/{id}/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show everything that is kept of a person */
        get: operations["getPersonData"];
        put?: never;
        post?: never;
        /**
         * Erase everything that is kept of a person
         * @description The person stays. What was done stays in the audit, without who asked for it; children and guests leave the audit as it is.
         */
        delete: operations["erasePersonData"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set or remove a PIN
         * @description Once somebody has a PIN, whoever comes with a person's token gives that person's own in X-Jia-PIN. To change the own PIN, that is the present one.
         */
        put: operations["setPin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List when a person came and went, oldest first */
        get: operations["listPresence"];
        put?: never;
        /** Say that a person is at home or away */
        post: operations["setPresence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a person's tokens */
        get: operations["listPersonTokens"];
        put?: never;
        /**
         * Make a token that acts as a person
         * @description The token is in this answer and nowhere else. Once somebody has a PIN, whoever comes with a person's token gives that person's own in X-Jia-PIN.
         */
        post: operations["createPersonToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/tokens/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a token
         * @description Once somebody has a PIN, whoever comes with a person's token gives that person's own in X-Jia-PIN.
         */
        delete: operations["revokePersonToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export all people, without their PINs */
        get: operations["exportPeople"];
        put?: never;
        /**
         * Check a file of people, or bring the home to it
         * @description Jia checks the whole file before it saves anything. prune removes who is not in it. PINs stay. Once somebody has a PIN, whoever comes with a person's token gives that person's own in X-Jia-PIN.
         */
        post: operations["applyPeople"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/planned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what is due, soonest first */
        get: operations["listPlanned"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List automations, scenes and timers together, oldest first
         * @description Also those that a model made for somebody.
         */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plans/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an automation or a scene, or cancel a timer */
        delete: operations["deletePlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presence/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the person with this key is at home or away */
        post: operations["setPresenceByKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the key that browsers subscribe with
         * @description The `applicationServerKey` of `pushManager.subscribe`.
         */
        get: operations["getPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/push/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Subscribe a browser
         * @description The same subscription again changes its channel.
         */
        post: operations["createPushSubscription"];
        /** Unsubscribe a browser */
        delete: operations["deletePushSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restart Jia
         * @description With the settings as they are now. /ready answers again after some seconds.
         */
        post: operations["restart"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List rooms and floors */
        get: operations["listRooms"];
        put?: never;
        /** Make a room */
        post: operations["createRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a room with its devices */
        get: operations["getRoom"];
        put?: never;
        post?: never;
        /**
         * Delete a room
         * @description Only an empty one that neither the home file nor a gateway describes: it would come back.
         */
        delete: operations["deleteRoom"];
        options?: never;
        head?: never;
        /**
         * Rename a room, put it on a floor, and change how pages show it
         * @description What a person sets here wins over what the home file, a gateway and devices say, and stays when Jia starts again. The room keeps its id. If-Match with the ETag of the room refuses a change when a person has set something else since.
         */
        patch: operations["updateRoom"];
        trace?: never;
    };
    "/api/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List runs with their traces, newest first */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a run */
        get: operations["getRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a run */
        post: operations["stopRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/runs/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream what is planned and run
         * @description Server-sent events: run-started, run-finished, notice, say, timer-finished, timers-changed, definitions-changed.
         */
        get: operations["streamRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all scenes */
        get: operations["listScenes"];
        put?: never;
        /** Save a new scene */
        post: operations["createScene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a scene */
        get: operations["getScene"];
        /** Create or replace a scene */
        put: operations["replaceScene"];
        post?: never;
        /** Delete a scene */
        delete: operations["deleteScene"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenes/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a scene
         * @description Waits for the devices. Status codes as for setting properties.
         */
        post: operations["activateScene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenes/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what activating a scene would change */
        post: operations["previewScene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenes/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo the last activation of a scene */
        post: operations["undoScene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenes/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Draft a scene from the current state
         * @description Saves nothing. POST the draft to /api/scenes.
         */
        post: operations["snapshotScene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/scenes/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check a scene without saving it */
        post: operations["validateScene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the browsers that are signed in */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign a browser out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all settings */
        get: operations["listSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change settings
         * @description Writes them into jia.yaml, and keeps its comments. All of them or none: what is not valid is named with what to give. Those of `restartNeeded` hold after POST /api/restart.
         */
        patch: operations["updateSettings"];
        trace?: never;
    };
    "/api/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that signs a browser in
         * @description It works once, for 15 minutes. With `person` the browser acts as that person.
         */
        post: operations["createSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List timers */
        get: operations["listTimers"];
        put?: never;
        /** Start a timer or plan commands */
        post: operations["createTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get a timer */
        get: operations["getTimer"];
        put?: never;
        post?: never;
        /** Cancel a timer */
        delete: operations["cancelTimer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timers/{id}/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Extend or shorten a timer */
        post: operations["extendTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timers/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause a timer */
        post: operations["pauseTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/timers/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume a timer */
        post: operations["resumeTimer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tokens of programs */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make a token
         * @description The answer is the only one that shows it.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/webhooks/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start the automations with this webhook
         * @description With a person's token they run with the rights of that person.
         */
        post: operations["callWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain why a device is in its state
         * @description The last command that changed it, its origin, and its run.
         */
        get: operations["explainState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell whether the process is alive */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/mcp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Listen to a session of an older revision */
        get: operations["listenToMcp"];
        put?: never;
        /**
         * Talk the Model Context Protocol
         * @description Streamable HTTP, revision 2026-07-28 and the older ones that begin with `initialize`. The body is a message of the protocol.
         */
        post: operations["sendMcpMessage"];
        /** End a session of an older revision */
        delete: operations["endMcpSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read metrics in Prometheus' text format
         * @description Counting begins with the first read.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether Jia is ready to work
         * @description 200, or 503 with the problems.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/chat/completions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something to the home, as a chat completion
         * @description The last message is carried out, once, if a person says it; those before it are context. Requests of chat programs for titles, tags and the like are answered without doing anything. Unknown fields are ignored.
         */
        post: operations["createChatCompletion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the names of the model: jia, and one for each room */
        get: operations["listModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a name of the model */
        get: operations["getModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something to the home, as a response
         * @description Text in, text out, as for chat completions. `previous_response_id` goes on with the conversation of a response; its id is known until Jia restarts.
         */
        post: operations["createResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @example {
         *       "in": []
         *     }
         */
        Action: {
            /** @default [] */
            in?: (boolean | number | string)[];
        };
        AssistantReply: {
            calls: {
                arguments: {
                    [key: string]: unknown;
                };
                tool: string;
            }[];
            conversation: string;
            /**
             * @description It asks for a PIN: do not show or keep what the person types next.
             * @constant
             */
            expectsPin?: true;
            /** @description The reply is a question. */
            expectsReply: boolean;
            ms: number;
            outcomes: components["schemas"]["Outcome"][];
            /** @enum {string} */
            path: "local" | "model";
            reply: string;
            usage?: {
                cachedTokens: number;
                completionTokens: number;
                cost?: number;
                model: string;
                promptTokens: number;
                refusedCalls: number;
                rounds: number;
            };
        };
        AssistantRequest: {
            /** @description The conversation to continue. */
            conversation?: string;
            /** @description Refuse a conversation in which nothing was said, and do nothing. Default: it begins with this text. */
            existing?: boolean;
            /**
             * @description The language of the reply. Default: the language of the text.
             * @enum {string}
             */
            language?: "en" | "zh";
            /** @description Who says it, by id or name. With a person's token: that person and nobody else. */
            person?: string;
            /** @description The room of the speaker, by id or name. */
            room?: string | null;
            /**
             * @description Nobody of the home says it: a voice that Jia does not know, or a guest's device.
             * @constant
             */
            stranger?: true;
            text: string;
        };
        AuditEntry: {
            /** @description When it was asked for. */
            at: string;
            command: {
                action?: string;
                device: string;
                in?: (boolean | number | string)[];
                properties?: {
                    [key: string]: boolean | number | string;
                };
            };
            /** @description Time until the last outcome; 0 without one. */
            ms: number;
            origin: {
                /** @enum {string} */
                kind: "person" | "conversation" | "schedule" | "scene" | "api" | "mcp";
                /** @description Id of the person, where it was known. */
                person?: string;
                /**
                 * @description The right PIN came with it.
                 * @constant
                 */
                pin?: true;
                /**
                 * @description It was none of the people of the home.
                 * @constant
                 */
                stranger?: true;
            } & {
                [key: string]: unknown;
            };
            outcomes: components["schemas"]["NotedOutcome"][];
            /** @description What a person said, in a conversation. */
            said?: string;
        };
        Backup: {
            /** @description When it was made or taken. */
            at: string;
            contents: {
                automations: number;
                /** @description Whether the history is in it. */
                history: boolean;
                home: string | null;
                scenes: number;
                timers: number;
                /** @description The version of Jia that made it. */
                version: string | null;
            } | null;
            id: string;
            /** @description Bytes. */
            size: number;
        };
        /** @description One event of the stream: the line `event:`, and the JSON of the line `data:`. */
        BackupEvent: {
            data: {
                percent: number;
            };
            /** @constant */
            event: "progress";
        } | {
            data: components["schemas"]["Backup"];
            /** @constant */
            event: "done";
        } | {
            data: components["schemas"]["Problem"];
            /** @constant */
            event: "error";
        };
        Camera: {
            id: string;
            name: string;
            /** @description The room's name. */
            room: string | null;
            roomId: string | null;
            /** @description Whether it has a picture. */
            still: boolean;
            /** @description Whether it has a stream. */
            stream: boolean;
        };
        CameraStream: {
            hls: string | null;
            mp4: string | null;
            /** @description go2rtc: a WebSocket for Media Source Extensions. */
            mse: string | null;
            /** @description go2rtc's own page with a player. */
            page: string | null;
            /** @description As jia.yaml gives it, without a password. */
            stream: string | null;
            /** @description go2rtc: POST an SDP offer here. */
            webrtc: string | null;
        };
        Channel: {
            enabled: boolean;
            /** @description Messages in a row that did not arrive; null: none. */
            failing: {
                failures: number;
                since: string | null;
                why: string;
            } | null;
            /** @description It stands in jia.yaml, and is changed there. */
            fromFile: boolean;
            /** @description Where it leads. */
            host: string;
            id: string;
            levels: ("info" | "warning" | "alarm")[];
            name: string;
            /** @description Id of the person it reaches; null: everybody. */
            person: string | null;
            /**
             * @description Hours without messages.
             * @example 22:00-07:00
             */
            quiet: string | null;
            /** @description Alarms wait in these hours as well. */
            quietAlarms: boolean;
            /** @description Names of the secrets that are set. Their values are never told. */
            secrets: string[];
            settings: {
                [key: string]: string;
            };
            /** @example ntfy */
            way: string;
            workedAt: string | null;
        };
        ChannelChange: {
            enabled?: boolean;
            levels?: ("info" | "warning" | "alarm")[];
            name?: string;
            /** @description A person, by id, name or alias; null: everybody. */
            person?: string | null;
            /** @example 22:00-07:00 */
            quiet?: string | null;
            quietAlarms?: boolean;
            /** @description What is left out stays; null takes a value away. */
            values?: {
                [key: string]: string | null;
            };
        };
        /**
         * @example {
         *       "way": "ntfy",
         *       "name": "Emma's phone",
         *       "values": {
         *         "topic": "family-5hT9w2"
         *       }
         *     }
         */
        ChannelRequest: {
            enabled?: boolean;
            id?: string;
            levels?: ("info" | "warning" | "alarm")[];
            name: string;
            /** @description A person, by id, name or alias; null: everybody. */
            person?: string | null;
            /** @example 22:00-07:00 */
            quiet?: string | null;
            quietAlarms?: boolean;
            /**
             * @description Settings and secrets of the way.
             * @default {}
             */
            values?: {
                [key: string]: string;
            };
            way: string;
        };
        ChatCompletion: {
            choices: ({
                /** @constant */
                finish_reason: "stop";
                index: number;
                message: {
                    content: string;
                    /** @constant */
                    role: "assistant";
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            })[];
            created: number;
            id: string;
            model: string;
            /** @constant */
            object: "chat.completion";
            usage: {
                completion_tokens: number;
                prompt_tokens: number;
                total_tokens: number;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        ChatCompletionRequest: {
            function_call?: unknown;
            messages: ({
                content?: unknown;
                /** @description system, developer, user, assistant, tool, function */
                role: string;
            } & {
                [key: string]: unknown;
            })[];
            /** @description `conversation_id` names the conversation. */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description `jia`, with a room or a language where they matter: `jia:kitchen`, `jia:zh`, `jia:kitchen:zh`. */
            model?: string | null;
            /** @description Only 1. */
            n?: number | null;
            stream?: boolean | null;
            stream_options?: ({
                include_usage?: boolean | null;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description Jia has its own tools and calls no others: a forced call is refused. */
            tool_choice?: unknown;
            tools?: unknown;
            /** @description Whoever asks, by any stable name: keeps conversations apart. */
            user?: string | null;
        } & {
            [key: string]: unknown;
        };
        Check: {
            /** @description What the policy asks about. Save with ?approved=true when a person has confirmed it. */
            approvals: {
                device: string;
                what: string;
                why: string;
            }[];
            /** @description Complete and ready to save; null if there are problems. */
            definition: components["schemas"]["Definition"] | null;
            description: string | null;
            /** @description The next due times. */
            next: string[];
            problems: components["schemas"]["DefinitionProblem"][];
            /** @description What a yes is for: what it does, when, how often, until when, and what it sends where. null: nothing wants one. */
            question: string | null;
            warnings: components["schemas"]["DefinitionProblem"][];
        };
        Confirmation: {
            /**
             * @description ISO 8601, UTC
             * @example 2026-01-01T12:00:00.000Z
             */
            expiresAt: string;
            /** @description For POST /api/confirmations/:id. Valid once, for one minute. */
            id: string;
            /** @description It wants a PIN: a yes alone is not enough. */
            pin: boolean;
            /** @description What a yes is for, in the language of Accept-Language. */
            question: string;
            reasons: string[];
        };
        Conversation: {
            /**
             * @description What the program calls itself by which it began.
             * @example command-line
             */
            client: string | null;
            /** @description When its first turn ended. */
            from: string;
            id: string;
            /** @description Id of the person who began it; null: nobody known. */
            person: string | null;
            /** @description Its first sentence, shortened. Empty when that cannot be read. */
            title: string;
            /** @description When its last turn ended. */
            to: string;
            turns: number;
        };
        Definition: {
            [key: string]: unknown;
        };
        DefinitionInput: {
            [key: string]: unknown;
        };
        DefinitionProblem: {
            field: string;
            fix: string;
            message: string;
            value: string;
        };
        Device: {
            aliases: string[];
            /** @description What a person set in Jia, over what the device and the home file say: `name`, `room`. */
            changed: string[];
            dialect: string;
            /** @description By property address: unknown values, and values that are overdue. */
            doubts: {
                [key: string]: components["schemas"]["Doubt"];
            };
            /** @description It must keep running: commands for everything, or for all of its kind, leave it on. */
            essential: boolean;
            /** @description What a person said of that; null: by kind and name. */
            essentialMark: boolean | null;
            favourite: boolean;
            /** @description The name of the room's floor. */
            floor: string | null;
            floorId: string | null;
            /** @description In the language of Accept-Language. */
            floorLabel: string | null;
            /**
             * @description The name that people and scripts use. It follows renames.
             * @example living-floor-lamp
             */
            handle: string;
            /** @description Pages leave it out of lists. Sentences can still name it. */
            hidden: boolean;
            /**
             * @description A name of Material Design Icons (mdi), chosen by kind.
             * @example lightbulb
             */
            icon: string;
            /**
             * @description Never changes.
             * @example miot:living-floor-lamp
             */
            id: string;
            /**
             * @description From the spec.
             * @example light
             */
            kind: string;
            /**
             * @description In the language of Accept-Language.
             * @example light
             */
            kindLabel: string;
            /** @description Its name or alias that fits the reader. In the language of Accept-Language. */
            label: string;
            lastSeen: string | null;
            /** @description Since when Jia has no connection to its broker, so nothing is known of the device; null if connected. */
            lostSince: string | null;
            /** @description Of a group: the ids of the devices that it switches. Some may not be in the home. Empty for a device. */
            members: string[];
            model: string;
            name: string;
            /** @description null if it is online, or nobody saw it go offline. */
            offlineSince: string | null;
            /** @description null if the device does not tell. */
            online: boolean | null;
            /** @description Its place among others on a page, small numbers first. */
            order: number | null;
            /** @description The room's name. */
            room: string | null;
            roomId: string | null;
            /** @description In the language of Accept-Language. */
            roomLabel: string | null;
            /** @description Last reported values by property address. */
            state: {
                [key: string]: boolean | number | string;
            };
        };
        /** @description What is left out stays. null takes back what a person set. */
        DeviceEdit: {
            aliases?: string[] | null;
            /** @description It must keep running. null: Jia decides by kind and name. */
            essential?: boolean | null;
            favourite?: boolean | null;
            hidden?: boolean | null;
            /** @description A name of Material Design Icons. */
            icon?: string | null;
            /** @description A text, or one for each language. */
            name?: (string | {
                [key: string]: string;
            }) | null;
            order?: number | null;
            /** @description Id, name or alias; "": in no room. */
            room?: string | null;
        };
        DeviceWithSpec: {
            aliases: string[];
            /** @description What a person set in Jia, over what the device and the home file say: `name`, `room`. */
            changed: string[];
            dialect: string;
            /** @description By property address: unknown values, and values that are overdue. */
            doubts: {
                [key: string]: components["schemas"]["Doubt"];
            };
            /** @description It must keep running: commands for everything, or for all of its kind, leave it on. */
            essential: boolean;
            /** @description What a person said of that; null: by kind and name. */
            essentialMark: boolean | null;
            favourite: boolean;
            /** @description The name of the room's floor. */
            floor: string | null;
            floorId: string | null;
            /** @description In the language of Accept-Language. */
            floorLabel: string | null;
            /**
             * @description The name that people and scripts use. It follows renames.
             * @example living-floor-lamp
             */
            handle: string;
            /** @description Pages leave it out of lists. Sentences can still name it. */
            hidden: boolean;
            /**
             * @description A name of Material Design Icons (mdi), chosen by kind.
             * @example lightbulb
             */
            icon: string;
            /**
             * @description Never changes.
             * @example miot:living-floor-lamp
             */
            id: string;
            /**
             * @description From the spec.
             * @example light
             */
            kind: string;
            /**
             * @description In the language of Accept-Language.
             * @example light
             */
            kindLabel: string;
            /** @description Its name or alias that fits the reader. In the language of Accept-Language. */
            label: string;
            lastSeen: string | null;
            /** @description Since when Jia has no connection to its broker, so nothing is known of the device; null if connected. */
            lostSince: string | null;
            /** @description Of a group: the ids of the devices that it switches. Some may not be in the home. Empty for a device. */
            members: string[];
            model: string;
            name: string;
            /** @description null if it is online, or nobody saw it go offline. */
            offlineSince: string | null;
            /** @description null if the device does not tell. */
            online: boolean | null;
            /** @description Its place among others on a page, small numbers first. */
            order: number | null;
            /** @description false if it never confirms commands. */
            reports: boolean;
            /** @description The room's name. */
            room: string | null;
            roomId: string | null;
            /** @description In the language of Accept-Language. */
            roomLabel: string | null;
            spec: {
                actions: {
                    address: string;
                    /** @description What each of `in` takes, in the same order. */
                    arguments: {
                        address: string;
                        format: string;
                        /**
                         * @description In the language of Accept-Language.
                         * @example brightness
                         */
                        label: string;
                        range: {
                            max: number;
                            min: number;
                            step: number;
                        } | null;
                        /**
                         * @description By its name in MIoT-Spec.
                         * @example percentage
                         */
                        unit: string | null;
                        /** @description As it stands behind a number: `%`, ` °C`. */
                        unitLabel: string | null;
                        /** @description The only values that it has; empty where any of the range fits. */
                        values: {
                            description: string;
                            /** @description In the language of Accept-Language. */
                            label: string;
                            value: number;
                        }[];
                    }[];
                    description: string;
                    in: string[];
                    /** @description In the language of Accept-Language. */
                    label: string;
                    out: string[];
                }[];
                description: string;
                events: {
                    address: string;
                    arguments: string[];
                    description: string;
                }[];
                kind: string;
                properties: components["schemas"]["Property"][];
                /** @description The parts of the device, by the first part of an address. */
                services: {
                    description: string;
                    /** @description In the language of Accept-Language. */
                    label: string;
                    name: string;
                }[];
                urn: string;
            };
            /** @description Last reported values by property address. */
            state: {
                [key: string]: boolean | number | string;
            };
        };
        Difference: {
            /** @description The policy wants a yes for a part of it. Without the yes Jia refuses that part at the run. */
            asks: boolean;
            /**
             * @description extra: only in the home.
             * @enum {string}
             */
            change: "add" | "change" | "same" | "extra";
            fields: string[];
            id: string;
            /** @enum {string} */
            kind: "scene" | "automation";
            name: string;
            /** @description What a yes is for: what it does, when, how often, until when, and what it sends where. null: nothing wants one. */
            question: string | null;
        };
        Doubt: {
            /**
             * @description never-reported: nothing came yet. not-told: the device tells it to nobody. cleared: the device said that it does not know. out-of-range: it reported what cannot be. offline, overdue, broker-lost, unanswered: there is a value, and it may be old.
             * @enum {string}
             */
            reason: "never-reported" | "not-told" | "cleared" | "out-of-range" | "offline" | "overdue" | "broker-lost" | "unanswered";
            /** @description null if nobody saw the moment. */
            since: string | null;
        };
        Energy: {
            currency: string | null;
            entries: {
                /** @description In `currency`; null without a tariff. */
                cost: number | null;
                device?: string;
                from?: string;
                kWh: number;
                /** @description By room; null: those in no room. */
                room?: string | null;
                /**
                 * @description counter: it counts itself. power: summed from its power.
                 * @enum {string}
                 */
                source?: "counter" | "power";
                to?: string;
                /** @description Milliseconds of which nothing is known. */
                unknownMs: number;
            }[];
            from: string;
            to: string;
            total: {
                /** @description In `currency`; null without a tariff. */
                cost: number | null;
                kWh: number;
                /**
                 * @description meter: the meter of the whole home tells it. devices: the sum of those that can tell.
                 * @enum {string}
                 */
                of: "meter" | "devices";
                /** @description Milliseconds of which nothing is known. */
                unknownMs: number;
            };
        };
        Exchange: {
            at: string;
            /** @description The calls of a model; none where Jia understood by itself. */
            calls: {
                arguments: unknown;
                tool: string;
            }[];
            client: string | null;
            /** @description Grows within the conversation. */
            number: number;
            outcomes: {
                action?: string;
                /** @description The handle; the id where it is not there any more. */
                device: string;
                id: string;
                property?: string;
                status: string;
                value: unknown;
            }[];
            /** @enum {string} */
            path: "local" | "model";
            person: string | null;
            reply: string;
            /** @description What was said. A PIN is cut out. */
            text: string;
        };
        Execution: {
            confirmation?: components["schemas"]["Confirmation"];
            /** @description Why some of it was not done; only beside what was. */
            error?: {
                code: string;
                details: {
                    [key: string]: unknown;
                };
                message: string;
            };
            /** @description For an undo: changes that stay, because nothing can undo them. */
            lost?: components["schemas"]["Outcome"][];
            outcomes: components["schemas"]["Outcome"][];
        };
        FailedExecution: {
            /** @description Stable, from the table of errors: `unknown-device`. */
            code: string;
            confirmation?: components["schemas"]["Confirmation"];
            /** @description What is wrong and what to do, in the language of Accept-Language. */
            detail: string;
            /** @description The values in the text. */
            details: {
                [key: string]: unknown;
            };
            /** @description All fields that are to blame. */
            errors?: {
                /** @description Its place: `rooms[0].name`, `?limit`, `header x`. */
                field: string;
                /** @description What is wrong with it, and what to give. */
                fix: string;
                /** @description What was given; never a secret. */
                value?: unknown;
            }[];
            /** @description The field that is to blame. */
            field?: string;
            /** @description What to give. */
            fix?: string;
            /** @description For an undo: changes that stay, because nothing can undo them. */
            lost?: components["schemas"]["Outcome"][];
            outcomes?: components["schemas"]["Outcome"][];
            status: number;
            /** @description A short text for the status. */
            title: string;
            /** @description A URI reference that names the kind: `/problems/unknown-device`. */
            type: string;
            /** @description Its value; never a secret. */
            value?: unknown;
        };
        FinishedTurn: {
            calls: {
                arguments: {
                    [key: string]: unknown;
                };
                tool: string;
            }[];
            conversation: string;
            /**
             * @description It asks for a PIN: do not show or keep what the person types next.
             * @constant
             */
            expectsPin?: true;
            /** @description The reply is a question. */
            expectsReply: boolean;
            /** @constant */
            failed?: true;
            ms: number;
            outcomes: components["schemas"]["Outcome"][];
            /** @enum {string} */
            path: "local" | "model";
            reply: string;
            usage?: {
                cachedTokens: number;
                completionTokens: number;
                cost?: number;
                model: string;
                promptTokens: number;
                refusedCalls: number;
                rounds: number;
            };
        };
        Floor: {
            aliases: string[];
            /** @description What a person set over what others say. */
            changed: string[];
            /** @description A name of Material Design Icons. */
            icon: string | null;
            id: string;
            name: string;
            /** @description Where it stands among others on a page, small numbers first. */
            order: number | null;
            /**
             * @description What says that it is there: the home file, a gateway, only devices that stand in it, or a person.
             * @enum {string}
             */
            source: "file" | "gateway" | "device" | "person";
        };
        FloorDraft: {
            aliases?: string[];
            /** @description A name of Material Design Icons. */
            icon?: string;
            name: string;
            /** @description Where it stands among others on a page, small numbers first. */
            order?: number;
        };
        /** @description As of a room. */
        FloorEdit: {
            aliases?: string[] | null;
            icon?: string | null;
            name?: string | null;
            order?: number | null;
        };
        Group: {
            aliases: string[];
            /** @description Handles of its members. */
            devices: string[];
            /** @description A name of Material Design Icons. */
            icon: string | null;
            id: string;
            /** @description Ids of members that the home does not have now. */
            missing: string[];
            name: string;
            /** @description Where it stands among others on a page, small numbers first. */
            order: number | null;
        };
        GroupDraft: {
            aliases?: string[];
            /** @description Handles or ids of its members. */
            devices: string[];
            /** @description A name of Material Design Icons. */
            icon?: string;
            name: string;
            /** @description Where it stands among others on a page, small numbers first. */
            order?: number;
        };
        /** @description What is left out stays. null takes back what a person set. */
        GroupEdit: {
            aliases?: string[] | null;
            /** @description Handles or ids of its members. */
            devices?: string[];
            icon?: string | null;
            name?: string;
            order?: number | null;
        };
        History: {
            /** @description With step; steps without any known value are left out. */
            buckets?: {
                from: string;
                /** @description Milliseconds of the step in which the value was known. */
                knownMs: number;
                last: number;
                max: number;
                /** @description Weighted by how long each value held. */
                mean: number;
                min: number;
                to: string;
            }[];
            /** @description Without step: the newest `limit`, oldest first. */
            changes?: {
                at: string;
                /** @description null: not known from then on. */
                value: (boolean | number | string) | null;
            }[];
            /** @description Its handle; its id if it is gone. */
            device: string;
            from: string;
            /** @description null: nothing is known of it. */
            knownSince: string | null;
            /** @description `cursor` of the page with those before; null: there are none. */
            next: string | null;
            property: string;
            to: string;
            unit: string | null;
        };
        Home: {
            /** @description What a person set over what the home file says. */
            changed: ("name" | "language" | "temperature")[];
            counts: {
                automations: number;
                devices: number;
                floors: number;
                groups: number;
                offline: number;
                people: number;
                rooms: number;
                scenes: number;
                timers: number;
            };
            /** @description BCP 47 tag of the language of its people. */
            language: string;
            /** @description The connections to brokers and hubs, and the dialects that are spoken on each. */
            links: {
                connected: boolean;
                dialects: string[];
                url: string;
            }[];
            model: {
                name: string | null;
                /** @description For a person, in the language of Accept-Language. */
                notice: string | null;
                /**
                 * @description starting: the server of the model is still asked.
                 * @enum {string}
                 */
                state: "in-use" | "no-key" | "off" | "starting";
            };
            name: string;
            /** @description What the running Jia knows of what `jia doctor` tells. */
            problems: {
                /** @description The part: `broker`, `store`, `scene`. */
                about: string;
                /** @description Of messages that were not understood: `malformed-json`. */
                code: string | null;
                count: number;
                /**
                 * @description problem: something does not work. hint: something may be wrong.
                 * @enum {string}
                 */
                severity: "problem" | "hint";
                /** @description In the language of Accept-Language. */
                text: string;
            }[];
            /** @description Whether its devices are simulated. */
            simulated: boolean;
            /** @enum {string} */
            temperature: "celsius" | "fahrenheit";
            /** @description The IANA time zone. PATCH /api/settings changes it for the next start. */
            timezone: string;
            /** @description Of Jia. */
            version: string;
        };
        /** @description What is left out stays. null takes back what a person set. */
        HomeEdit: {
            /**
             * @description One of the languages that Jia speaks.
             * @example zh
             */
            language?: string | null;
            name?: string | null;
            temperature?: ("celsius" | "fahrenheit") | null;
        };
        /** @description One event of the stream: the line `event:`, and the JSON of the line `data:`. */
        HomeEvent: {
            data: {
                at: string;
                device: components["schemas"]["Device"];
                /** @constant */
                type: "device-added";
            };
            /** @constant */
            event: "device-added";
        } | {
            data: {
                at: string;
                device: components["schemas"]["Device"];
                /** @constant */
                type: "device-updated";
            };
            /** @constant */
            event: "device-updated";
        } | {
            data: {
                at: string;
                handle: string;
                id: string;
                /** @constant */
                type: "device-removed";
            };
            /** @constant */
            event: "device-removed";
        } | {
            data: {
                at: string;
                /** @constant */
                type: "layout-changed";
            };
            /** @constant */
            event: "layout-changed";
        } | {
            data: {
                at: string;
                handle: string;
                id: string;
                online: boolean | null;
                /** @constant */
                type: "availability-changed";
            };
            /** @constant */
            event: "availability-changed";
        } | {
            data: {
                at: string;
                /** @description null for the first known value. */
                before?: (boolean | number | string) | null;
                /** @enum {string} */
                cause: "report" | "retained" | "reply";
                handle: string;
                id: string;
                property: string;
                /**
                 * @description Why it is not known.
                 * @enum {string}
                 */
                reason?: "never-reported" | "not-told" | "cleared" | "out-of-range" | "offline" | "overdue" | "broker-lost" | "unanswered";
                /** @constant */
                type: "property-changed";
                /** @description null: not known any more. */
                value: (boolean | number | string) | null;
            };
            /** @constant */
            event: "property-changed";
        } | {
            data: {
                arguments: {
                    [key: string]: boolean | number | string;
                };
                at: string;
                event: string;
                handle: string;
                id: string;
                /** @constant */
                type: "event-occurred";
            };
            /** @constant */
            event: "event-occurred";
        } | {
            data: {
                at: string;
                origin: {
                    kind: string;
                } & {
                    [key: string]: unknown;
                };
                outcomes: components["schemas"]["Outcome"][];
                /** @constant */
                type: "executed";
            };
            /** @constant */
            event: "executed";
        } | {
            data: {
                at: string;
                /** @enum {string} */
                change: "told" | "counted" | "raised" | "ended" | "read";
                /** @description Of the notices that were read. */
                ids?: string[];
                notice?: components["schemas"]["Notice"];
                reader?: string | null;
                /** @constant */
                type: "notice";
            };
            /** @constant */
            event: "notice";
        };
        Identity: {
            id: string;
            /** @enum {string} */
            kind: "owner" | "token" | "session" | "person";
            name: string;
            /** @description Id of the person as whom it acts. */
            person: string | null;
            /** @description Id of the room where the client stands. */
            room: string | null;
            /** @description Ids of the only rooms that it may see; null: all. */
            rooms: string[] | null;
            /**
             * @description What it may do; each scope includes those before it.
             * @enum {string}
             */
            scope: "read" | "control" | "configure" | "admin";
        };
        ListedDevice: {
            aliases: string[];
            /** @description What a person set in Jia, over what the device and the home file say: `name`, `room`. */
            changed: string[];
            dialect: string;
            /** @description By property address: unknown values, and values that are overdue. */
            doubts: {
                [key: string]: components["schemas"]["Doubt"];
            };
            /** @description It must keep running: commands for everything, or for all of its kind, leave it on. */
            essential: boolean;
            /** @description What a person said of that; null: by kind and name. */
            essentialMark: boolean | null;
            favourite: boolean;
            /** @description The name of the room's floor. */
            floor: string | null;
            floorId: string | null;
            /** @description In the language of Accept-Language. */
            floorLabel: string | null;
            /**
             * @description The name that people and scripts use. It follows renames.
             * @example living-floor-lamp
             */
            handle: string;
            /** @description Pages leave it out of lists. Sentences can still name it. */
            hidden: boolean;
            /**
             * @description A name of Material Design Icons (mdi), chosen by kind.
             * @example lightbulb
             */
            icon: string;
            /**
             * @description Never changes.
             * @example miot:living-floor-lamp
             */
            id: string;
            /**
             * @description From the spec.
             * @example light
             */
            kind: string;
            /**
             * @description In the language of Accept-Language.
             * @example light
             */
            kindLabel: string;
            /** @description Its name or alias that fits the reader. In the language of Accept-Language. */
            label: string;
            lastSeen: string | null;
            /** @description Since when Jia has no connection to its broker, so nothing is known of the device; null if connected. */
            lostSince: string | null;
            /** @description Of a group: the ids of the devices that it switches. Some may not be in the home. Empty for a device. */
            members: string[];
            model: string;
            name: string;
            /** @description null if it is online, or nobody saw it go offline. */
            offlineSince: string | null;
            /** @description null if the device does not tell. */
            online: boolean | null;
            /** @description Its place among others on a page, small numbers first. */
            order: number | null;
            /** @description false if it never confirms commands. */
            reports?: boolean;
            /** @description The room's name. */
            room: string | null;
            roomId: string | null;
            /** @description In the language of Accept-Language. */
            roomLabel: string | null;
            /** @description Only with spec=true. */
            spec?: {
                actions: {
                    address: string;
                    /** @description What each of `in` takes, in the same order. */
                    arguments: {
                        address: string;
                        format: string;
                        /**
                         * @description In the language of Accept-Language.
                         * @example brightness
                         */
                        label: string;
                        range: {
                            max: number;
                            min: number;
                            step: number;
                        } | null;
                        /**
                         * @description By its name in MIoT-Spec.
                         * @example percentage
                         */
                        unit: string | null;
                        /** @description As it stands behind a number: `%`, ` °C`. */
                        unitLabel: string | null;
                        /** @description The only values that it has; empty where any of the range fits. */
                        values: {
                            description: string;
                            /** @description In the language of Accept-Language. */
                            label: string;
                            value: number;
                        }[];
                    }[];
                    description: string;
                    in: string[];
                    /** @description In the language of Accept-Language. */
                    label: string;
                    out: string[];
                }[];
                description: string;
                events: {
                    address: string;
                    arguments: string[];
                    description: string;
                }[];
                kind: string;
                properties: components["schemas"]["Property"][];
                /** @description The parts of the device, by the first part of an address. */
                services: {
                    description: string;
                    /** @description In the language of Accept-Language. */
                    label: string;
                    name: string;
                }[];
                urn: string;
            };
            /** @description Last reported values by property address. */
            state: {
                [key: string]: boolean | number | string;
            };
        };
        /**
         * @example {
         *       "jsonrpc": "2.0",
         *       "id": 1,
         *       "result": {
         *         "tools": []
         *       }
         *     }
         */
        McpMessage: {
            /** @constant */
            jsonrpc: "2.0";
        } & {
            [key: string]: unknown;
        };
        MemoryApply: {
            entries: components["schemas"]["MemoryEntryDraft"][];
            /**
             * @description Forget what is not among them.
             * @default false
             */
            prune?: boolean;
        };
        MemoryChange: {
            at: string;
            /** @enum {string} */
            change: "add" | "change" | "forget" | "expire" | "refuse";
            entry: string | null;
            /** @enum {string} */
            kind: "name" | "time" | "preference" | "fact";
            origin: {
                kind: string;
            } & {
                [key: string]: unknown;
            };
            person: string | null;
        };
        MemoryDraft: components["schemas"]["MemoryEntryDraft"] | {
            /** @description Of the person who asks, and of nobody else. */
            personal?: boolean;
            text: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            until?: string;
        };
        MemoryEntry: {
            at: string;
            by: string | null;
            /** @description For a person, in the language of Accept-Language. */
            description: string;
            id: string;
            /** @constant */
            kind: "name";
            name: string;
            of: {
                id: string;
                /** @enum {string} */
                type: "room" | "floor" | "device" | "scene";
            };
            /** @description Whose it is; null: of the whole home. */
            person: string | null;
            text: string;
            until: string | null;
        } | {
            at: string;
            by: string | null;
            clock: string;
            /** @description For a person, in the language of Accept-Language. */
            description: string;
            id: string;
            /** @constant */
            kind: "time";
            name: string;
            /** @description Whose it is; null: of the whole home. */
            person: string | null;
            text: string;
            until: string | null;
            weekdays: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
        } | {
            at: string;
            by: string | null;
            /** @description For a person, in the language of Accept-Language. */
            description: string;
            id: string;
            /** @constant */
            kind: "preference";
            of: ({
                id: string;
                /** @enum {string} */
                type: "room" | "device";
            } | {
                id: string;
                room?: string;
                /** @constant */
                type: "kind";
            }) | null;
            part: ("morning" | "noon" | "afternoon" | "evening" | "night") | null;
            /** @description Whose it is; null: of the whole home. */
            person: string | null;
            property: string;
            text: string;
            until: string | null;
            value: boolean | number | string;
        } | {
            at: string;
            by: string | null;
            /** @description For a person, in the language of Accept-Language. */
            description: string;
            id: string;
            /** @constant */
            kind: "fact";
            /** @description Whose it is; null: of the whole home. */
            person: string | null;
            text: string;
            until: string | null;
        };
        MemoryEntryDraft: {
            /** @constant */
            kind: "name";
            name: string;
            of: {
                id: string;
                /** @enum {string} */
                type: "room" | "floor" | "device" | "scene";
            };
            /** @description Of the person who asks, and of nobody else. */
            personal?: boolean;
            /** @description In somebody's own words. */
            text?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            until?: string;
        } | {
            /** @description 23:00 */
            clock: string;
            /** @constant */
            kind: "time";
            /** @description bedtime, wakeup, breakfast, lunch, dinner, work, homecoming, or any other. */
            name: string;
            /** @description Of the person who asks, and of nobody else. */
            personal?: boolean;
            /** @description In somebody's own words. */
            text?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            until?: string;
            /** @description Every day when left out. */
            weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
        } | {
            /** @constant */
            kind: "preference";
            /** @description null: whatever has the property. */
            of?: ({
                id: string;
                /** @enum {string} */
                type: "room" | "device";
            } | {
                id: string;
                room?: string;
                /** @constant */
                type: "kind";
            }) | null;
            part?: ("morning" | "noon" | "afternoon" | "evening" | "night") | null;
            /** @description Of the person who asks, and of nobody else. */
            personal?: boolean;
            /** @description Type of the property: brightness. */
            property: string;
            /** @description In somebody's own words. */
            text?: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            until?: string;
            value: boolean | number | string;
        } | {
            /** @constant */
            kind: "fact";
            /** @description Of the person who asks, and of nobody else. */
            personal?: boolean;
            text: string;
            /**
             * Format: date-time
             * @description When it ends.
             */
            until?: string;
        };
        Mode: {
            aliases?: string[];
            begins?: {
                from?: string[];
                /** @enum {string} */
                when: "everyone-left" | "someone-arrived";
            }[];
            checks?: ("open" | "unlocked" | "running" | "lights" | "water")[];
            id: string;
            name: string;
            scene?: string;
        };
        ModeDraft: {
            [key: string]: unknown;
        };
        Model: {
            created: number;
            id: string;
            /** @constant */
            object: "model";
            owned_by: string;
        };
        ModelList: {
            data: components["schemas"]["Model"][];
            /** @constant */
            object: "list";
        };
        ModeReport: {
            before: string;
            /** @description Why its scene was not activated. */
            error?: {
                code: string;
                details: {
                    [key: string]: unknown;
                };
                message: string;
            };
            findings: {
                /** @enum {string} */
                check: "open" | "unlocked" | "running" | "lights" | "water";
                /** @description Handles of those that are so. */
                devices: string[];
                /** @description Handles of those of which it is not known. */
                unknown: string[];
            }[];
            mode: string;
            /** @description What its scene did. */
            outcomes: components["schemas"]["Outcome"][];
            /** @description For a person, in one sentence. */
            told: string;
        };
        Modes: {
            current: {
                by: ({
                    kind: string;
                } & {
                    [key: string]: unknown;
                }) | null;
                mode: string;
                /** @description null: it was never in another mode. */
                since: string | null;
            };
            modes: components["schemas"]["Mode"][];
            /** @description `cursor` of the next page; null: this is the last one. */
            next: string | null;
        };
        /**
         * @example {
         *       "name": "Emma's phone"
         *     }
         */
        NewSignInLink: {
            /** @default browser */
            name?: string;
            /** @default null */
            person?: string | null;
            /** @default null */
            room?: string | null;
            /** @default null */
            rooms?: string[] | null;
            /**
             * @default admin
             * @enum {string}
             */
            scope?: "read" | "control" | "configure" | "admin";
        };
        /**
         * @example {
         *       "name": "Kitchen tablet",
         *       "scope": "control",
         *       "rooms": [
         *         "kitchen"
         *       ],
         *       "days": 365
         *     }
         */
        NewToken: {
            /**
             * @description It ends then; null: never.
             * @default null
             */
            days?: number | null;
            name: string;
            /** @default null */
            person?: string | null;
            /** @default null */
            room?: string | null;
            /** @default null */
            rooms?: string[] | null;
            /**
             * @default control
             * @enum {string}
             */
            scope?: "read" | "control" | "configure" | "admin";
        };
        NotedOutcome: {
            action?: string;
            /** @description The previous value, if known. */
            before?: boolean | number | string;
            /** @description The device's or the spec's own code. */
            code?: number;
            /** @description The handle. */
            device: string;
            error?: {
                code: string;
                details?: {
                    [key: string]: unknown;
                };
                message: string;
            };
            id: string;
            /** @description What the action answered. */
            out?: (boolean | number | string)[];
            property?: string;
            /**
             * @description unknown: sent, but without an outcome: the device has not answered yet, or Jia ended before it did.
             * @enum {string}
             */
            status: "confirmed" | "unchanged" | "accepted" | "timeout" | "offline" | "rejected" | "denied" | "needs-confirmation" | "unknown";
            /** @description The property's value in the device's own form; the arguments of an action. */
            value: (boolean | number | string) | (boolean | number | string)[];
        };
        Notice: {
            /** @description What helps. commands: POST /api/notices/:id/act. question: what to ask Jia. */
            act: ({
                /** @constant */
                kind: "commands";
                label: string;
            } | {
                /** @constant */
                kind: "question";
                text: string;
            }) | null;
            /** @description When it was first told. */
            at: string;
            /** @description How often it was told. */
            count: number;
            /** @description The handle. */
            device: string | null;
            deviceId: string | null;
            /** @description Since when that is over; null if it is not, or nothing lasts. */
            endedAt: string | null;
            id: string;
            /** @description When it was last told. */
            lastAt: string;
            /** @description It is about something that lasts: an open door. */
            lasting: boolean;
            /**
             * @description alarm: danger. warning: somebody should look. info: good to know.
             * @enum {string}
             */
            level: "info" | "warning" | "alarm";
            /** @description Ids of the people it is for; null: everybody. */
            people: string[] | null;
            /** @description Whether the reader has read it. */
            read: boolean;
            /** @description The room's name. */
            room: string | null;
            roomId: string | null;
            /**
             * @description Which part of Jia tells it.
             * @example watch/leak
             */
            source: string;
            /** @description What it is about, as a key: the same subject is counted for a while. */
            subject: string;
            /** @description In the language of Accept-Language if Jia made it, else as it was written. */
            text: string;
        };
        OpenAiError: {
            error: {
                code: string | null;
                message: string;
                param: string | null;
                type: string;
            };
        };
        Outcome: {
            action?: string;
            /** @description The previous value, if known. */
            before?: boolean | number | string;
            /** @description The device's or the spec's own code. */
            code?: number;
            /** @description The handle. */
            device: string;
            error?: {
                code: string;
                details?: {
                    [key: string]: unknown;
                };
                message: string;
            };
            id: string;
            /** @description What the action answered. */
            out?: (boolean | number | string)[];
            property?: string;
            /** @enum {string} */
            status: "confirmed" | "unchanged" | "accepted" | "timeout" | "offline" | "rejected" | "denied" | "needs-confirmation";
            /** @description The property's value in the device's own form; the arguments of an action. */
            value: (boolean | number | string) | (boolean | number | string)[];
        };
        OutsideServer: {
            name: string;
            /** @description Why it cannot be used. */
            problem: string | null;
            tools: {
                /** @description The server's own words. */
                description: string;
                name: string;
                /**
                 * @description `changed`: the server describes it anew since it was allowed; the model gets it when it is accepted again.
                 * @enum {string}
                 */
                state: "offered" | "changed" | "missing" | "unusable";
            }[];
        };
        OutsideServerList: {
            servers: components["schemas"]["OutsideServer"][];
        };
        Pairing: {
            found: {
                at: string;
                /** @description The handle; null while it is no device of the home yet. */
                device: string | null;
                id: string;
                model: string | null;
                /** @description What its gateway calls it. */
                name: string;
                /**
                 * @description asked: its gateway asks it what it is. failed: it gave no answer. known: it did.
                 * @enum {string}
                 */
                stage: "joined" | "asked" | "failed" | "known";
                suggestion: {
                    name: string | null;
                    room: string | null;
                };
            }[];
            gateways: {
                /** @description The handle. */
                device: string;
                dialect: string;
                until: string | null;
            }[];
            /** @description Where Jia cannot let devices in, with what to do instead. */
            others: {
                dialect: string;
                instead: string;
            }[];
            /** @description Until when new devices may join, at the latest; null: they may not. */
            until: string | null;
        };
        Person: {
            aliases?: string[];
            id: string;
            /** @enum {string} */
            language?: "en" | "zh";
            limits?: {
                denied?: string[];
                hours?: {
                    from: string;
                    to: string;
                };
                kinds?: string[];
                rooms?: string[];
            };
            name: string;
            /** @enum {string} */
            role: "adult" | "child" | "guest";
            room?: string;
            signs?: ({
                away?: (boolean | number | string) | (boolean | number | string)[];
                device: string;
                home?: (boolean | number | string) | (boolean | number | string)[];
                property?: string;
                /** @constant */
                type: "device";
            } | {
                id?: string;
                rooms?: {
                    [key: string]: string;
                };
                topic: string;
                /** @constant */
                type: "rooms";
                within?: number;
            } | {
                away?: string | string[];
                field?: string;
                home?: string | string[];
                topic: string;
                /** @constant */
                type: "mqtt";
            } | {
                arguments?: {
                    [key: string]: boolean | number | string;
                };
                device: string;
                event?: string;
                is?: (boolean | number | string) | (boolean | number | string)[];
                property?: string;
                /** @constant */
                type: "door";
            } | {
                key: string;
                /** @constant */
                type: "webhook";
            })[];
            until?: string;
        };
        PersonDraft: {
            [key: string]: unknown;
        };
        PersonWithPresence: {
            hasPin: boolean;
            /** @description A guest whose time is over. */
            over: boolean;
            person: components["schemas"]["Person"];
            presence: {
                /** @description null: nothing tells. */
                home: boolean | null;
                room: string | null;
                since: string | null;
            };
            /** @description What each sign says: at home, away, or that it does not know. */
            signs: {
                says: boolean | null;
                since: string | null;
                type: string;
            }[];
        };
        Plan: {
            /** @description false: it is switched off, or paused. */
            active: boolean;
            /** @description Id of the person who made it; null: nobody known. */
            by: string | null;
            createdAt: string;
            /** @description In plain words, in the language of Accept-Language. */
            description: string;
            id: string;
            /** @enum {string} */
            kind: "automation" | "scene" | "timer";
            name: string;
            /** @description When it is due next; null: when something happens, or never. */
            next: string | null;
        };
        Planned: {
            at: string;
            /** @description As of the automation. */
            heldBack: string | null;
            id: string;
            /** @enum {string} */
            kind: "timer" | "automation";
            name: string;
            /** @description It is due more than once in half an hour; the list holds only the first time. */
            often: boolean;
        };
        PlannedChange: {
            after: boolean | number | string;
            before: (boolean | number | string) | null;
            device: string;
            id: string;
            property: string;
        };
        /**
         * @example {
         *       "type": "/problems/unknown-device",
         *       "title": "Not found",
         *       "status": 404,
         *       "detail": "There is no device \"kitchen-lam\". Did you mean \"kitchen-lamp\"?",
         *       "code": "unknown-device",
         *       "details": {
         *         "device": "kitchen-lam",
         *         "nearest": "kitchen-lamp"
         *       }
         *     }
         */
        Problem: {
            /** @description Stable, from the table of errors: `unknown-device`. */
            code: string;
            /** @description What is wrong and what to do, in the language of Accept-Language. */
            detail: string;
            /** @description The values in the text. */
            details: {
                [key: string]: unknown;
            };
            /** @description All fields that are to blame. */
            errors?: {
                /** @description Its place: `rooms[0].name`, `?limit`, `header x`. */
                field: string;
                /** @description What is wrong with it, and what to give. */
                fix: string;
                /** @description What was given; never a secret. */
                value?: unknown;
            }[];
            /** @description The field that is to blame. */
            field?: string;
            /** @description What to give. */
            fix?: string;
            status: number;
            /** @description A short text for the status. */
            title: string;
            /** @description A URI reference that names the kind: `/problems/unknown-device`. */
            type: string;
            /** @description Its value; never a secret. */
            value?: unknown;
        };
        /**
         * @example {
         *       "properties": {
         *         "light.on": true,
         *         "light.brightness": 50
         *       }
         *     }
         */
        Properties: {
            properties: {
                [key: string]: boolean | number | string;
            } | {
                address: string;
                value: boolean | number | string;
            }[];
        };
        Property: {
            access: ("read" | "write" | "notify")[];
            address: string;
            /** @description When the value changed, or Jia first heard it. */
            changedAt: string | null;
            /** @description Whether Jia saw the change at changedAt. */
            changeSeen: boolean;
            description: string;
            /** @description Why the value is missing or unreliable; null if it is reliable. */
            doubt: components["schemas"]["Doubt"] | null;
            format: string;
            /**
             * @description In the language of Accept-Language.
             * @example brightness
             */
            label: string;
            /** @description The device tells of changes by itself. */
            observable: boolean;
            range: {
                max: number;
                min: number;
                step: number;
            } | null;
            reportedAt: string | null;
            /**
             * @description By its name in MIoT-Spec.
             * @example percentage
             */
            unit: string | null;
            /** @description As it stands behind a number: `%`, ` °C`. */
            unitLabel: string | null;
            /** @description The last reported value; null if unknown. */
            value: (boolean | number | string) | null;
            /**
             * @description With its unit. In the language of Accept-Language.
             * @example 50%
             */
            valueLabel: string | null;
            /** @description The only values that it has; empty where any of the range fits. */
            values: {
                description: string;
                /** @description In the language of Accept-Language. */
                label: string;
                value: number;
            }[];
            /** @description It can be set. */
            writable: boolean;
        };
        /** @description What `PushSubscription.toJSON()` of a browser gives, and for whom. */
        PushSubscription: {
            /** Format: uri */
            endpoint: string;
            expirationTime?: number | null;
            keys: {
                auth: string;
                p256dh: string;
            };
            levels?: ("info" | "warning" | "alarm")[];
            /** @description Default: the browser's own. */
            name?: string;
            /** @description Whose browser it is. Default: who asks, or everybody. */
            person?: string;
            quiet?: string;
            quietAlarms?: boolean;
        };
        Quiet: {
            /** @description Nothing but alarms is sent before it; null: all is. */
            until: string | null;
        };
        ReadRequest: {
            /** @description All when left out. */
            ids?: string[];
            /** @description The person who reads, by id, name or alias. Default: who asks, or everybody. */
            person?: string;
        };
        Response: {
            created_at: number;
            id: string;
            model: string;
            /** @constant */
            object: "response";
            output: {
                [key: string]: unknown;
            }[];
            status: string;
        } & {
            [key: string]: unknown;
        };
        ResponseRequest: {
            conversation?: (string | ({
                id: string;
            } & {
                [key: string]: unknown;
            })) | null;
            input: string | {
                [key: string]: unknown;
            }[];
            instructions?: unknown;
            /** @description `conversation_id` names the conversation. */
            metadata?: {
                [key: string]: unknown;
            } | null;
            /** @description `jia`, with a room or a language where they matter: `jia:kitchen`, `jia:zh`, `jia:kitchen:zh`. */
            model?: string | null;
            /** @description Only 1. */
            n?: number | null;
            previous_response_id?: string | null;
            stream?: boolean | null;
            /** @description Jia has its own tools and calls no others: a forced call is refused. */
            tool_choice?: unknown;
            tools?: unknown;
            /** @description Whoever asks, by any stable name: keeps conversations apart. */
            user?: string | null;
        } & {
            [key: string]: unknown;
        };
        Room: {
            aliases: string[];
            /** @description What a person set over what others say. */
            changed: string[];
            /** @description Handles. */
            devices: string[];
            /** @description Its id. */
            floor: string | null;
            /** @description A name of Material Design Icons. */
            icon: string | null;
            id: string;
            name: string;
            /** @description Where it stands among others on a page, small numbers first. */
            order: number | null;
            /**
             * @description What says that it is there: the home file, a gateway, only devices that stand in it, or a person.
             * @enum {string}
             */
            source: "file" | "gateway" | "device" | "person";
        };
        RoomDraft: {
            aliases?: string[];
            /** @description Id, name or alias of its floor; "": none. */
            floor?: string;
            /** @description A name of Material Design Icons. */
            icon?: string;
            name: string;
            /** @description Where it stands among others on a page, small numbers first. */
            order?: number;
        };
        /** @description What is left out stays. null takes back what a person set. */
        RoomEdit: {
            aliases?: string[] | null;
            floor?: string | null;
            icon?: string | null;
            name?: string | null;
            order?: number | null;
        };
        Run: {
            cause: {
                chain: string[];
                detail: string;
                dueAt: string | null;
                /** @description What started it, in words. */
                text: string;
                trigger: number | null;
                type: string;
            };
            conditions: {
                /** @description What was found. */
                detail: string;
                holds: boolean;
                path: string;
                /** @description The question; empty if the definition has changed since. */
                text: string;
            }[];
            finishedAt: string | null;
            id: string;
            /** @enum {string} */
            kind: "automation" | "scene" | "timer";
            missed: {
                count: number;
                lastDueAt: string;
            } | null;
            /** @description In the language of Accept-Language where the definition has such a name. */
            name: string;
            /** @description Id of the definition. */
            of: string;
            origin: {
                kind: string;
            } & {
                [key: string]: unknown;
            };
            /** @description Why it was skipped, stopped, missed or failed, in that language. */
            reason: string;
            startedAt: string;
            /** @enum {string} */
            status: "running" | "waiting" | "done" | "failed" | "skipped" | "stopped" | "missed";
            steps: {
                at: string;
                detail: string;
                ms: number;
                outcomes: components["schemas"]["Outcome"][];
                path: string;
                result: string;
                /** @description What it does; empty if the definition has changed since. */
                text: string;
                type: string;
            }[];
        };
        /** @description One event of the stream: the line `event:`, and the JSON of the line `data:`. */
        RunEvent: {
            data: {
                at: string;
                run: components["schemas"]["Run"];
                type: string;
            };
            /** @constant */
            event: "run-started";
        } | {
            data: {
                at: string;
                run: components["schemas"]["Run"];
                type: string;
            };
            /** @constant */
            event: "run-finished";
        } | {
            data: {
                at: string;
                message: string;
                of: string;
                run: string;
                type: string;
            };
            /** @constant */
            event: "notice";
        } | {
            data: {
                at: string;
                message: string;
                of: string;
                run: string;
                type: string;
            };
            /** @constant */
            event: "say";
        } | {
            data: {
                at: string;
                outcomes: components["schemas"]["Outcome"][];
                timer: components["schemas"]["Timer"];
                type: string;
            };
            /** @constant */
            event: "timer-finished";
        } | {
            data: {
                at: string;
                type: string;
            };
            /** @constant */
            event: "timers-changed";
        } | {
            data: {
                at: string;
                type: string;
            };
            /** @constant */
            event: "definitions-changed";
        };
        SavedAutomation: {
            /** @description A person has confirmed what the policy asks about. */
            approved: boolean;
            createdAt: string;
            definition: components["schemas"]["Definition"];
            /** @description In plain words, in the language of Accept-Language. */
            description: string;
            /** @description What is left out when it runs, in words: a yes is missing, or the policy or the list of addresses forbids it. null: nothing. */
            heldBack: string | null;
            /** @description null if only events start it, or it is switched off. */
            nextRun: string | null;
            /** @description What keeps it from doing what it says, as the home is now: a device that has gone, a name in use twice. */
            problems: components["schemas"]["DefinitionProblem"][];
            updatedAt: string;
        };
        SavedScene: {
            /** @description A person has confirmed what the policy asks about. */
            approved: boolean;
            createdAt: string;
            definition: components["schemas"]["Definition"];
            /** @description In plain words, in the language of Accept-Language. */
            description: string;
            /** @description What is left out when it runs, in words: a yes is missing, or the policy or the list of addresses forbids it. null: nothing. */
            heldBack: string | null;
            /** @description What keeps it from doing what it says, as the home is now: a device that has gone, a name in use twice. */
            problems: components["schemas"]["DefinitionProblem"][];
            updatedAt: string;
        };
        Setting: {
            /** @description What it is for, in the language of Accept-Language. */
            about: string;
            /**
             * @description When a change by the API holds. file: it can be changed only in jia.yaml itself.
             * @enum {string}
             */
            changes: "now" | "restart" | "file";
            default: unknown;
            /** @description The variable that sets it. */
            environment: string | null;
            /** @description What to give, in the language of Accept-Language. */
            expected: string;
            /** @description The option that sets it. */
            flag: string | null;
            /** @description The option, the variable or the file. */
            from: string | null;
            /** @description Whether it has a value: all that is told of a secret. */
            isSet: boolean;
            /**
             * @description Its place in jia.yaml.
             * @example log.level
             */
            name: string;
            /** @description Whether the next start has another value. */
            restartNeeded: boolean;
            /** @description From the next start on. null for a secret. */
            saved: unknown;
            /** @description The type and the range, as JSON Schema. */
            schema: {
                [key: string]: unknown;
            };
            secret: boolean;
            /**
             * @description An option wins over the environment, that over jia.yaml, and that over the default.
             * @enum {string}
             */
            source: "flag" | "environment" | "file" | "default";
            /** @description In use now. null for a secret. */
            value: unknown;
        };
        StateTimes: {
            /** @description Its handle; its id if it is gone. */
            device: string;
            from: string;
            property: string;
            states: {
                ms: number;
                /** @description How often it became so within the span. */
                times: number;
                value: boolean | number | string;
            }[];
            to: string;
            unit: string | null;
            unknownMs: number;
        };
        Timer: {
            commands: {
                [key: string]: unknown;
            }[];
            createdAt: string;
            dueAt: string | null;
            durationMs: number;
            id: string;
            name: string;
            remainingMs: number;
            room: string | null;
            /** @enum {string} */
            state: "running" | "paused";
        };
        /**
         * @example {
         *       "name": "pasta",
         *       "seconds": 480
         *     }
         * @example {
         *       "name": "pasta",
         *       "duration": "8m"
         *     }
         */
        TimerRequest: {
            /**
             * @description The commands at its end. Without any it rings.
             * @default []
             */
            commands?: ({
                device: string;
                properties: {
                    [key: string]: boolean | number | string;
                };
            } | {
                action: string;
                device: string;
                /** @default [] */
                in?: (boolean | number | string)[];
            })[];
            /**
             * @description In place of seconds, as people write it: 8m, 1h30, 10 minutes; in any language that Jia understands.
             * @example 1h30
             */
            duration?: string;
            name?: string;
            /** @description The room of the request, by id or name. */
            room?: string;
            seconds?: number;
        };
        Token: {
            createdAt: string;
            expiresAt: string | null;
            id: string;
            /** @description To the minute; null: never. */
            lastUsedAt: string | null;
            name: string;
            /** @description Id of the person as whom it acts. */
            person: string | null;
            /** @description Id of the room where the client stands. */
            room: string | null;
            /** @description Ids of the only rooms that it may see; null: all. */
            rooms: string[] | null;
            /**
             * @description What it may do; each scope includes those before it.
             * @enum {string}
             */
            scope: "read" | "control" | "configure" | "admin";
        };
        /** @description One event of the stream: the line `event:`, and the JSON of the line `data:`. */
        TurnEvent: {
            data: {
                conversation: string;
            };
            /** @constant */
            event: "started";
        } | {
            /** @description A piece of the reply. */
            data: {
                text: string;
            };
            /** @constant */
            event: "text";
        } | {
            /** @description In place of all text so far: the outcome differs from what was said. */
            data: {
                text: string;
            };
            /** @constant */
            event: "replace";
        } | {
            data: {
                arguments: {
                    [key: string]: unknown;
                };
                tool: string;
            };
            /** @constant */
            event: "call";
        } | {
            data: components["schemas"]["Outcome"];
            /** @constant */
            event: "outcome";
        } | {
            /** @description For the person, not part of the reply. */
            data: {
                text: string;
            };
            /** @constant */
            event: "notice";
        } | {
            data: components["schemas"]["FinishedTurn"];
            /** @constant */
            event: "done";
        } | {
            data: components["schemas"]["Problem"];
            /** @constant */
            event: "error";
        };
        Unread: {
            alarms: number;
            count: number;
        };
        Way: {
            about: string;
            fields: {
                about: string;
                default: string | null;
                name: string;
                required: boolean;
                secret: boolean;
            }[];
            name: string;
            /** @description A browser subscribes by itself: POST /api/push/subscriptions. */
            subscribed: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    say: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "turn on the kitchen light"
                 *     }
                 */
                "application/json": components["schemas"]["AssistantRequest"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The finished turn, or its events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "reply": "The kitchen ceiling light is on.",
                     *       "expectsReply": false,
                     *       "path": "local",
                     *       "conversation": "01234567-89ab-4cde-8f01-23456789abcd",
                     *       "outcomes": [
                     *         {
                     *           "device": "kitchen-light",
                     *           "id": "miot:kitchen-light",
                     *           "property": "light.on",
                     *           "value": true,
                     *           "status": "confirmed",
                     *           "before": false
                     *         }
                     *       ],
                     *       "calls": [
                     *         {
                     *           "tool": "set_properties",
                     *           "arguments": {
                     *             "device": "miot:kitchen-light",
                     *             "properties": {
                     *               "light.on": true
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "ms": 12
                     *     }
                     */
                    "application/json": components["schemas"]["AssistantReply"];
                    "text/event-stream": components["schemas"]["TurnEvent"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Id or handle. */
                device?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                from?: string;
                /** @example 2 */
                limit?: number;
                origin?: "person" | "conversation" | "schedule" | "scene" | "api" | "mcp";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "origin": {
                     *             "kind": "schedule",
                     *             "id": "desk-light"
                     *           },
                     *           "command": {
                     *             "device": "living-floor-lamp",
                     *             "properties": {
                     *               "light.on": true
                     *             }
                     *           },
                     *           "outcomes": [
                     *             {
                     *               "device": "living-floor-lamp",
                     *               "id": "miot:living-floor-lamp",
                     *               "property": "light.on",
                     *               "value": true,
                     *               "status": "unchanged",
                     *               "before": true
                     *             }
                     *           ],
                     *           "ms": 12
                     *         },
                     *         {
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "origin": {
                     *             "kind": "schedule",
                     *             "id": "evening-light"
                     *           },
                     *           "command": {
                     *             "device": "living-floor-lamp",
                     *             "properties": {
                     *               "light.on": true
                     *             }
                     *           },
                     *           "outcomes": [
                     *             {
                     *               "device": "living-floor-lamp",
                     *               "id": "miot:living-floor-lamp",
                     *               "property": "light.on",
                     *               "value": true,
                     *               "status": "confirmed",
                     *               "before": false
                     *             }
                     *           ],
                     *           "ms": 12
                     *         }
                     *       ],
                     *       "next": "xVITx7_OB1JIWzE3OTYxNDQwOTQ4NzIsMjFd"
                     *     }
                     */
                    "application/json": {
                        entries: components["schemas"]["AuditEntry"][];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAutomations: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                limit?: number;
                /** @description Name, alias or id. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "automations": [
                     *         {
                     *           "definition": {
                     *             "name": "Evening light",
                     *             "triggers": [
                     *               {
                     *                 "type": "time",
                     *                 "at": "18:30"
                     *               }
                     *             ],
                     *             "actions": [
                     *               {
                     *                 "type": "set",
                     *                 "target": "miot:living-floor-lamp",
                     *                 "set": {
                     *                   "light.on": true
                     *                 }
                     *               }
                     *             ],
                     *             "id": "evening-light"
                     *           },
                     *           "approved": false,
                     *           "createdAt": "2026-01-01T12:00:00.000Z",
                     *           "updatedAt": "2026-01-01T12:00:00.000Z",
                     *           "description": "Every day at 18:30: turn on the living room reading lamp. Next: today 18:30.",
                     *           "problems": [],
                     *           "heldBack": null,
                     *           "nextRun": "2026-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        automations: components["schemas"]["SavedAutomation"][];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAutomation: {
        parameters: {
            query?: {
                /** @description true if a person has confirmed what the policy asks about. */
                approved?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Evening light",
                 *       "triggers": [
                 *         {
                 *           "type": "time",
                 *           "at": "18:30"
                 *         }
                 *       ],
                 *       "actions": [
                 *         {
                 *           "type": "set",
                 *           "target": "living-floor-lamp",
                 *           "set": {
                 *             "light.on": true
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "name": "Evening light",
                     *         "triggers": [
                     *           {
                     *             "type": "time",
                     *             "at": "18:30"
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "type": "set",
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true
                     *             }
                     *           }
                     *         ],
                     *         "id": "evening-light"
                     *       },
                     *       "approved": false,
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "updatedAt": "2026-01-01T12:00:00.000Z",
                     *       "description": "Every day at 18:30: turn on the living room reading lamp. Next: today 18:30.",
                     *       "problems": [],
                     *       "heldBack": null,
                     *       "nextRun": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedAutomation"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example evening-light */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "name": "Evening light",
                     *         "triggers": [
                     *           {
                     *             "type": "time",
                     *             "at": "18:30"
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "type": "set",
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true
                     *             }
                     *           }
                     *         ],
                     *         "id": "evening-light"
                     *       },
                     *       "approved": false,
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "updatedAt": "2026-01-01T12:00:00.000Z",
                     *       "description": "Every day at 18:30: turn on the living room reading lamp. Next: today 18:30.",
                     *       "problems": [],
                     *       "heldBack": null,
                     *       "nextRun": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedAutomation"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceAutomation: {
        parameters: {
            query?: {
                /** @description true if a person has confirmed what the policy asks about. */
                approved?: "true" | "false";
            };
            header?: never;
            path: {
                /** @example desk-light */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Desk light",
                 *       "triggers": [
                 *         {
                 *           "type": "webhook",
                 *           "key": "desk-5hT9w2aQ81xYzK"
                 *         }
                 *       ],
                 *       "actions": [
                 *         {
                 *           "type": "set",
                 *           "target": "living-floor-lamp",
                 *           "set": {
                 *             "light.on": true
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "id": "desk-light",
                     *         "name": "Desk light",
                     *         "triggers": [
                     *           {
                     *             "type": "webhook",
                     *             "key": "desk-5hT9w2aQ81xYzK"
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "type": "set",
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "approved": false,
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "updatedAt": "2026-01-01T12:00:00.000Z",
                     *       "description": "When its webhook is called: turn on the living room reading lamp.",
                     *       "problems": [],
                     *       "heldBack": null,
                     *       "nextRun": null
                     *     }
                     */
                    "application/json": components["schemas"]["SavedAutomation"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example evening-light */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "name": "Evening light",
                     *         "triggers": [
                     *           {
                     *             "type": "time",
                     *             "at": "18:30"
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "type": "set",
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true
                     *             }
                     *           }
                     *         ],
                     *         "id": "evening-light"
                     *       },
                     *       "approved": false,
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "updatedAt": "2026-01-01T12:00:00.000Z",
                     *       "description": "Every day at 18:30: turn on the living room reading lamp. Next: today 18:30.",
                     *       "problems": [],
                     *       "heldBack": null,
                     *       "nextRun": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedAutomation"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example evening-light */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true
                 *     }
                 */
                "application/json": {
                    enabled: boolean;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "name": "Evening light",
                     *         "triggers": [
                     *           {
                     *             "type": "time",
                     *             "at": "18:30"
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "type": "set",
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true
                     *             }
                     *           }
                     *         ],
                     *         "id": "evening-light"
                     *       },
                     *       "approved": false,
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "updatedAt": "2026-01-01T12:00:00.000Z",
                     *       "description": "Every day at 18:30: turn on the living room reading lamp. Next: today 18:30.",
                     *       "problems": [],
                     *       "heldBack": null,
                     *       "nextRun": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SavedAutomation"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dryRunAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example evening-light */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f0kg0-0b12df7f-6196",
                     *       "kind": "automation",
                     *       "of": "evening-light",
                     *       "name": "Evening light",
                     *       "status": "done",
                     *       "reason": "",
                     *       "cause": {
                     *         "type": "dry-run",
                     *         "text": "a dry run: nothing was sent",
                     *         "trigger": null,
                     *         "dueAt": null,
                     *         "detail": "",
                     *         "chain": []
                     *       },
                     *       "origin": {
                     *         "kind": "schedule",
                     *         "id": "evening-light"
                     *       },
                     *       "startedAt": "2026-01-01T12:00:00.000Z",
                     *       "finishedAt": "2026-01-01T12:00:00.000Z",
                     *       "conditions": [],
                     *       "steps": [
                     *         {
                     *           "path": "actions[0]",
                     *           "type": "set",
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "ms": 12,
                     *           "result": "would-do",
                     *           "detail": "the living room reading lamp: power off → on",
                     *           "outcomes": [],
                     *           "text": "turn on the living room reading lamp"
                     *         }
                     *       ],
                     *       "missed": null
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDueTimes: {
        parameters: {
            query?: {
                /** @example 2 */
                count?: number;
            };
            header?: never;
            path: {
                /** @example evening-light */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "next": [
                     *         "2026-01-01T12:00:00.000Z",
                     *         "2026-01-01T12:00:00.000Z"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        next: string[];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example evening-light */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    force?: boolean;
                } | null;
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f0lzk-0b12df7f-6196",
                     *       "kind": "automation",
                     *       "of": "evening-light",
                     *       "name": "Evening light",
                     *       "status": "done",
                     *       "reason": "",
                     *       "cause": {
                     *         "type": "manual",
                     *         "text": "started by hand through the API",
                     *         "trigger": null,
                     *         "dueAt": null,
                     *         "detail": "",
                     *         "chain": []
                     *       },
                     *       "origin": {
                     *         "kind": "schedule",
                     *         "id": "evening-light"
                     *       },
                     *       "startedAt": "2026-01-01T12:00:00.000Z",
                     *       "finishedAt": "2026-01-01T12:00:00.000Z",
                     *       "conditions": [],
                     *       "steps": [
                     *         {
                     *           "path": "actions[0]",
                     *           "type": "set",
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "ms": 12,
                     *           "result": "done",
                     *           "detail": "",
                     *           "outcomes": [
                     *             {
                     *               "device": "living-floor-lamp",
                     *               "id": "miot:living-floor-lamp",
                     *               "property": "light.on",
                     *               "value": true,
                     *               "status": "confirmed",
                     *               "before": false
                     *             }
                     *           ],
                     *           "text": "turn on the living room reading lamp"
                     *         }
                     *       ],
                     *       "missed": null
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dryRunDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Evening light",
                 *       "triggers": [
                 *         {
                 *           "type": "time",
                 *           "at": "18:30"
                 *         }
                 *       ],
                 *       "actions": [
                 *         {
                 *           "type": "set",
                 *           "target": "living-floor-lamp",
                 *           "set": {
                 *             "light.on": true
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f048o-0b12df7f-6196",
                     *       "kind": "automation",
                     *       "of": "evening-light",
                     *       "name": "Evening light",
                     *       "status": "done",
                     *       "reason": "",
                     *       "cause": {
                     *         "type": "dry-run",
                     *         "text": "a dry run: nothing was sent",
                     *         "trigger": null,
                     *         "dueAt": null,
                     *         "detail": "",
                     *         "chain": []
                     *       },
                     *       "origin": {
                     *         "kind": "schedule",
                     *         "id": "evening-light"
                     *       },
                     *       "startedAt": "2026-01-01T12:00:00.000Z",
                     *       "finishedAt": "2026-01-01T12:00:00.000Z",
                     *       "conditions": [],
                     *       "steps": [
                     *         {
                     *           "path": "actions[0]",
                     *           "type": "set",
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "ms": 12,
                     *           "result": "would-do",
                     *           "detail": "the living room reading lamp: power off → on",
                     *           "outcomes": [],
                     *           "text": ""
                     *         }
                     *       ],
                     *       "missed": null
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateAutomation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Evening light",
                 *       "triggers": [
                 *         {
                 *           "type": "time",
                 *           "at": "18:30"
                 *         }
                 *       ],
                 *       "actions": [
                 *         {
                 *           "type": "set",
                 *           "target": "living-floor-lamp",
                 *           "set": {
                 *             "light.on": true
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "name": "Evening light",
                     *         "triggers": [
                     *           {
                     *             "type": "time",
                     *             "at": "18:30"
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "type": "set",
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true
                     *             }
                     *           }
                     *         ],
                     *         "id": "evening-light"
                     *       },
                     *       "problems": [],
                     *       "warnings": [],
                     *       "approvals": [],
                     *       "question": null,
                     *       "description": "Every day at 18:30: turn on the living room reading lamp. Next: today 18:30.",
                     *       "next": [
                     *         "2026-01-01T12:00:00.000Z",
                     *         "2026-01-01T12:00:00.000Z"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Check"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBackups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "backups": [
                     *         {
                     *           "id": "20261201T165453Z-b1bd5ae4",
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "size": 331776,
                     *           "contents": {
                     *             "version": "0.1.0",
                     *             "home": "梧桐里 1602",
                     *             "scenes": 0,
                     *             "automations": 0,
                     *             "timers": 0,
                     *             "history": false
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        backups: components["schemas"]["Backup"][];
                        next: null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "history": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Take the history along, which may be long.
                     * @default false
                     */
                    history?: boolean;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["BackupEvent"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "20261201T165453Z-b1bd5ae4",
                     *       "at": "2026-01-01T12:00:00.000Z",
                     *       "size": 331776,
                     *       "contents": {
                     *         "version": "0.1.0",
                     *         "home": "梧桐里 1602",
                     *         "scenes": 0,
                     *         "automations": 0,
                     *         "timers": 0,
                     *         "history": false
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Backup"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteBackup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 20261201T165453Z-b1bd5ae4 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deleted": "20261201T165453Z-b1bd5ae4"
                     *     }
                     */
                    "application/json": {
                        deleted: string;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadBackup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The id. */
                    backup: string;
                    /**
                     * @description Also when it is of another home.
                     * @default false
                     */
                    takeOver?: boolean;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        restoring: components["schemas"]["Backup"];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadBackup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backup"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCameras: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "cameras": [
                     *         {
                     *           "id": "door",
                     *           "name": "Door",
                     *           "still": false,
                     *           "stream": true,
                     *           "room": null,
                     *           "roomId": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        cameras: components["schemas"]["Camera"][];
                        next: null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCameraStill: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": unknown;
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCameraStream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example door */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "stream": "rtsp://192.168.1.9/live",
                     *       "webrtc": null,
                     *       "mse": null,
                     *       "hls": null,
                     *       "mp4": null,
                     *       "page": null
                     *     }
                     */
                    "application/json": components["schemas"]["CameraStream"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "channels": [
                     *         {
                     *           "id": "emmas-phone",
                     *           "way": "ntfy",
                     *           "name": "Emma's phone",
                     *           "person": null,
                     *           "levels": [
                     *             "info",
                     *             "warning"
                     *           ],
                     *           "quiet": null,
                     *           "quietAlarms": false,
                     *           "enabled": true,
                     *           "settings": {
                     *             "server": "https://ntfy.sh"
                     *           },
                     *           "secrets": [
                     *             "topic"
                     *           ],
                     *           "host": "ntfy.sh",
                     *           "fromFile": false,
                     *           "failing": null,
                     *           "workedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        channels: components["schemas"]["Channel"][];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "way": "ntfy",
                 *       "name": "Emma's phone",
                 *       "values": {
                 *         "topic": "family-5hT9w2"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ChannelRequest"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "emmas-phone",
                     *       "way": "ntfy",
                     *       "name": "Emma's phone",
                     *       "person": null,
                     *       "levels": [
                     *         "info",
                     *         "warning"
                     *       ],
                     *       "quiet": null,
                     *       "quietAlarms": false,
                     *       "enabled": true,
                     *       "settings": {
                     *         "server": "https://ntfy.sh"
                     *       },
                     *       "secrets": [
                     *         "topic"
                     *       ],
                     *       "host": "ntfy.sh",
                     *       "fromFile": false,
                     *       "failing": null,
                     *       "workedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emmas-phone */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "emmas-phone",
                     *       "way": "ntfy",
                     *       "name": "Emma's phone",
                     *       "person": null,
                     *       "levels": [
                     *         "info",
                     *         "warning"
                     *       ],
                     *       "quiet": null,
                     *       "quietAlarms": false,
                     *       "enabled": true,
                     *       "settings": {
                     *         "server": "https://ntfy.sh"
                     *       },
                     *       "secrets": [
                     *         "topic"
                     *       ],
                     *       "host": "ntfy.sh",
                     *       "fromFile": false,
                     *       "failing": null,
                     *       "workedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emmas-phone */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "emmas-phone",
                     *       "way": "ntfy",
                     *       "name": "Emma's phone",
                     *       "person": null,
                     *       "levels": [
                     *         "alarm"
                     *       ],
                     *       "quiet": "22:00-07:00",
                     *       "quietAlarms": false,
                     *       "enabled": true,
                     *       "settings": {
                     *         "server": "https://ntfy.sh"
                     *       },
                     *       "secrets": [
                     *         "topic"
                     *       ],
                     *       "host": "ntfy.sh",
                     *       "fromFile": false,
                     *       "failing": null,
                     *       "workedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example emmas-phone */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "levels": [
                 *         "alarm"
                 *       ],
                 *       "quiet": "22:00-07:00"
                 *     }
                 */
                "application/json": components["schemas"]["ChannelChange"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "emmas-phone",
                     *       "way": "ntfy",
                     *       "name": "Emma's phone",
                     *       "person": null,
                     *       "levels": [
                     *         "alarm"
                     *       ],
                     *       "quiet": "22:00-07:00",
                     *       "quietAlarms": false,
                     *       "enabled": true,
                     *       "settings": {
                     *         "server": "https://ntfy.sh"
                     *       },
                     *       "secrets": [
                     *         "topic"
                     *       ],
                     *       "host": "ntfy.sh",
                     *       "fromFile": false,
                     *       "failing": null,
                     *       "workedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        /** @description Why it did not arrive. */
                        why: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChannelWays: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ways": [
                     *         {
                     *           "name": "ntfy",
                     *           "about": "ntfy (Android, iPhone, desktop; own server possible)",
                     *           "subscribed": false,
                     *           "fields": [
                     *             {
                     *               "name": "server",
                     *               "about": "address of the server",
                     *               "secret": false,
                     *               "required": false,
                     *               "default": "https://ntfy.sh"
                     *             },
                     *             {
                     *               "name": "topic",
                     *               "about": "topic, which is as good as a password",
                     *               "secret": true,
                     *               "required": true,
                     *               "default": null
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "name": "telegram",
                     *           "about": "Telegram bot",
                     *           "subscribed": false,
                     *           "fields": [
                     *             {
                     *               "name": "server",
                     *               "about": "address of the server",
                     *               "secret": false,
                     *               "required": false,
                     *               "default": "https://api.telegram.org"
                     *             },
                     *             {
                     *               "name": "token",
                     *               "about": "token of the bot",
                     *               "secret": true,
                     *               "required": true,
                     *               "default": null
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        ways: components["schemas"]["Way"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmCommands: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description 4 to 12 digits. */
                    pin?: string;
                } | null;
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "conversations": [
                     *         {
                     *           "id": "01234567-89ab-4cde-8f01-23456789abcd",
                     *           "title": "turn on the kitchen light",
                     *           "from": "2026-01-01T12:00:00.000Z",
                     *           "to": "2026-01-01T12:00:00.000Z",
                     *           "turns": 1,
                     *           "person": null,
                     *           "client": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        conversations: components["schemas"]["Conversation"][];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConversation: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                limit?: number;
            };
            header?: never;
            path: {
                /** @example 01234567-89ab-4cde-8f01-23456789abcd */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "01234567-89ab-4cde-8f01-23456789abcd",
                     *       "title": "turn on the kitchen light",
                     *       "exchanges": [
                     *         {
                     *           "number": 1,
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "person": null,
                     *           "client": null,
                     *           "text": "turn on the kitchen light",
                     *           "reply": "The kitchen ceiling light is on.",
                     *           "path": "local",
                     *           "calls": [],
                     *           "outcomes": [
                     *             {
                     *               "device": "kitchen-light",
                     *               "id": "miot:kitchen-light",
                     *               "property": "light.on",
                     *               "value": true,
                     *               "status": "confirmed"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        exchanges: components["schemas"]["Exchange"][];
                        id: string;
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        /** @description The first sentence of this page, shortened. */
                        title: string;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01234567-89ab-4cde-8f01-23456789abcd */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deleted": 1
                     *     }
                     */
                    "application/json": {
                        /** @description Exchanges. */
                        deleted: number;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportConversation: {
        parameters: {
            query?: {
                /** @example json */
                format?: "json" | "markdown";
            };
            header?: never;
            path: {
                /** @example 01234567-89ab-4cde-8f01-23456789abcd */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description All its exchanges as JSON, or what was said as Markdown */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "exchanges": [
                     *         {
                     *           "number": 1,
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "person": null,
                     *           "client": null,
                     *           "text": "turn on the kitchen light",
                     *           "reply": "The kitchen ceiling light is on.",
                     *           "path": "local",
                     *           "calls": [],
                     *           "outcomes": [
                     *             {
                     *               "device": "kitchen-light",
                     *               "id": "miot:kitchen-light",
                     *               "property": "light.on",
                     *               "value": true,
                     *               "status": "confirmed"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        exchanges: components["schemas"]["Exchange"][];
                    };
                    "text/markdown": string;
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDefinitions: {
        parameters: {
            query?: {
                /** @example json */
                form?: "yaml" | "json";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "scenes": [
                     *         {
                     *           "id": "movie-night",
                     *           "name": "Movie night",
                     *           "aliases": [
                     *             "cinema"
                     *           ],
                     *           "steps": [
                     *             {
                     *               "target": "miot:living-curtain",
                     *               "set": {
                     *                 "curtain.target-position": 0
                     *               }
                     *             },
                     *             {
                     *               "target": "miot:living-floor-lamp",
                     *               "set": {
                     *                 "light.on": true,
                     *                 "light.brightness": 15
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "reading",
                     *           "name": "Reading",
                     *           "aliases": [],
                     *           "steps": [
                     *             {
                     *               "target": "miot:living-curtain",
                     *               "set": {
                     *                 "curtain.target-position": 0
                     *               }
                     *             },
                     *             {
                     *               "target": "miot:living-floor-lamp",
                     *               "set": {
                     *                 "light.on": true,
                     *                 "light.brightness": 15
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "automations": [
                     *         {
                     *           "id": "evening-light",
                     *           "name": "Evening light",
                     *           "triggers": [
                     *             {
                     *               "type": "time",
                     *               "at": "18:30"
                     *             }
                     *           ],
                     *           "actions": [
                     *             {
                     *               "type": "set",
                     *               "target": "miot:living-floor-lamp",
                     *               "set": {
                     *                 "light.on": true
                     *               }
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "id": "desk-light",
                     *           "name": "Desk light",
                     *           "triggers": [
                     *             {
                     *               "type": "webhook",
                     *               "key": "desk-5hT9w2aQ81xYzK"
                     *             }
                     *           ],
                     *           "actions": [
                     *             {
                     *               "type": "set",
                     *               "target": "miot:living-floor-lamp",
                     *               "set": {
                     *                 "light.on": true
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        automations: components["schemas"]["Definition"][];
                        scenes: components["schemas"]["Definition"][];
                    };
                    "application/yaml": string;
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    compareDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "{\"scenes\":[{\"id\":\"reading\",\"name\":\"Reading\",\"aliases\":[],\"steps\":[{\"target\":\"living-curtain\",\"set\":{\"curtain.target-position\":0}},{\"target\":\"living-floor-lamp\",\"set\":{\"light.on\":true,\"light.brightness\":15}}]}]}"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Its name in errors.
                     * @default the file
                     */
                    file?: string;
                    /** @description YAML or JSON with `scenes` and `automations`. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "kind": "scene",
                     *           "id": "reading",
                     *           "name": "Reading",
                     *           "change": "add",
                     *           "fields": [],
                     *           "asks": false,
                     *           "question": null
                     *         },
                     *         {
                     *           "kind": "scene",
                     *           "id": "movie-night",
                     *           "name": "Movie night",
                     *           "change": "extra",
                     *           "fields": [],
                     *           "asks": false,
                     *           "question": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        changes: components["schemas"]["Difference"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "{\"scenes\":[{\"id\":\"reading\",\"name\":\"Reading\",\"aliases\":[],\"steps\":[{\"target\":\"living-curtain\",\"set\":{\"curtain.target-position\":0}},{\"target\":\"living-floor-lamp\",\"set\":{\"light.on\":true,\"light.brightness\":15}}]}]}"
                 *     }
                 */
                "application/json": {
                    /** @default false */
                    approved?: boolean;
                    /**
                     * @description Its name in errors.
                     * @default the file
                     */
                    file?: string;
                    /** @default false */
                    prune?: boolean;
                    /** @description YAML or JSON with `scenes` and `automations`. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "kind": "scene",
                     *           "id": "reading",
                     *           "name": "Reading",
                     *           "change": "add",
                     *           "fields": [],
                     *           "asks": false,
                     *           "question": null
                     *         },
                     *         {
                     *           "kind": "scene",
                     *           "id": "movie-night",
                     *           "name": "Movie night",
                     *           "change": "extra",
                     *           "fields": [],
                     *           "asks": false,
                     *           "question": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        changes: components["schemas"]["Difference"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "{\"scenes\":[{\"id\":\"reading\",\"name\":\"Reading\",\"aliases\":[],\"steps\":[{\"target\":\"living-curtain\",\"set\":{\"curtain.target-position\":0}},{\"target\":\"living-floor-lamp\",\"set\":{\"light.on\":true,\"light.brightness\":15}}]}]}"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description Its name in errors.
                     * @default the file
                     */
                    file?: string;
                    /** @description YAML or JSON with `scenes` and `automations`. */
                    text: string;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "scenes": [
                     *         {
                     *           "definition": {
                     *             "id": "reading",
                     *             "name": "Reading",
                     *             "aliases": [],
                     *             "steps": [
                     *               {
                     *                 "target": "miot:living-curtain",
                     *                 "set": {
                     *                   "curtain.target-position": 0
                     *                 }
                     *               },
                     *               {
                     *                 "target": "miot:living-floor-lamp",
                     *                 "set": {
                     *                   "light.on": true,
                     *                   "light.brightness": 15
                     *                 }
                     *               }
                     *             ]
                     *           },
                     *           "problems": [],
                     *           "warnings": [],
                     *           "approvals": [],
                     *           "question": null,
                     *           "description": "Reading: close the living room curtain; turn on the living room reading lamp at 15%.",
                     *           "next": []
                     *         }
                     *       ],
                     *       "automations": []
                     *     }
                     */
                    "application/json": {
                        automations: components["schemas"]["Check"][];
                        scenes: components["schemas"]["Check"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevices: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only favourites, or none of them. */
                favourite?: "true" | "false";
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                /** @description Only this floor, by id, name or alias. */
                floor?: string;
                /** @description Only hidden devices, or none of them. */
                hidden?: "true" | "false";
                /** @description Only this kind: light. */
                kind?: string;
                /** @example 2 */
                limit?: number;
                /**
                 * @description Only this room, by id, name or alias.
                 * @example living
                 */
                room?: string;
                /** @description true: with all that each can do. */
                spec?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "devices": [
                     *         {
                     *           "id": "miot:living-ac",
                     *           "handle": "living-ac",
                     *           "name": "空调",
                     *           "label": "air conditioner",
                     *           "aliases": [
                     *             "冷气",
                     *             "air conditioner"
                     *           ],
                     *           "room": "客厅",
                     *           "roomId": "living",
                     *           "roomLabel": "living room",
                     *           "floor": "16楼",
                     *           "floorId": "16f",
                     *           "floorLabel": "16th floor",
                     *           "kind": "air-conditioner",
                     *           "kindLabel": "air conditioner",
                     *           "icon": "air-conditioner",
                     *           "hidden": false,
                     *           "favourite": false,
                     *           "order": null,
                     *           "changed": [],
                     *           "model": "xiaomi.airc.r24r00",
                     *           "dialect": "miot",
                     *           "members": [],
                     *           "essential": false,
                     *           "essentialMark": null,
                     *           "online": true,
                     *           "offlineSince": null,
                     *           "lostSince": null,
                     *           "lastSeen": "2026-01-01T12:00:00.000Z",
                     *           "state": {
                     *             "air-conditioner.on": false,
                     *             "air-conditioner.mode": 2,
                     *             "air-conditioner.fault": "",
                     *             "air-conditioner.target-temperature": 26,
                     *             "air-conditioner.eco": false,
                     *             "air-conditioner.heater": false,
                     *             "air-conditioner.dryer": false,
                     *             "air-conditioner.sleep-mode": false,
                     *             "air-conditioner.target-humidity": 0,
                     *             "air-conditioner.un-straight-blowing": false,
                     *             "air-conditioner.favorite-on": false,
                     *             "air-conditioner.favorite-type": 0,
                     *             "fan-control.fan-level": 0,
                     *             "fan-control.vertical-swing": false,
                     *             "fan-control.vertical-swing-included-angle": 0,
                     *             "environment.temperature": 23,
                     *             "environment.relative-humidity": 51,
                     *             "alarm.alarm": true,
                     *             "indicator-light.on": true,
                     *             "indicator-light.brightness": 0,
                     *             "power-consumption.power-consumption": 812.4,
                     *             "filter.filter-life-level": 0,
                     *             "filter-2.filter-life-level": 0
                     *           },
                     *           "doubts": {}
                     *         },
                     *         {
                     *           "id": "miot:living-ceiling-light",
                     *           "handle": "living-ceiling-light",
                     *           "name": "吸顶灯",
                     *           "label": "ceiling light",
                     *           "aliases": [
                     *             "主灯",
                     *             "大灯"
                     *           ],
                     *           "room": "客厅",
                     *           "roomId": "living",
                     *           "roomLabel": "living room",
                     *           "floor": "16楼",
                     *           "floorId": "16f",
                     *           "floorLabel": "16th floor",
                     *           "kind": "light",
                     *           "kindLabel": "light",
                     *           "icon": "lightbulb",
                     *           "hidden": false,
                     *           "favourite": false,
                     *           "order": null,
                     *           "changed": [],
                     *           "model": "jia.light.white",
                     *           "dialect": "miot",
                     *           "members": [],
                     *           "essential": false,
                     *           "essentialMark": null,
                     *           "online": true,
                     *           "offlineSince": null,
                     *           "lostSince": null,
                     *           "lastSeen": "2026-01-01T12:00:00.000Z",
                     *           "state": {
                     *             "light.on": true,
                     *             "light.brightness": 80,
                     *             "light.color-temperature": 4000
                     *           },
                     *           "doubts": {}
                     *         }
                     *       ],
                     *       "next": "9-SfBfqWENP1WyJtaW90OmxpdmluZy1jZWlsaW5nLWxpZ2h0Il0"
                     *     }
                     */
                    "application/json": {
                        devices: components["schemas"]["ListedDevice"][];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or handle.
                 * @example living-floor-lamp
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "miot:living-floor-lamp",
                     *       "handle": "living-floor-lamp",
                     *       "name": "落地灯",
                     *       "label": "floor lamp",
                     *       "aliases": [
                     *         "立灯",
                     *         "floor lamp"
                     *       ],
                     *       "room": "客厅",
                     *       "roomId": "living",
                     *       "roomLabel": "living room",
                     *       "floor": "16楼",
                     *       "floorId": "16f",
                     *       "floorLabel": "16th floor",
                     *       "kind": "light",
                     *       "kindLabel": "light",
                     *       "icon": "lightbulb",
                     *       "hidden": false,
                     *       "favourite": false,
                     *       "order": null,
                     *       "changed": [],
                     *       "model": "yeelink.light.color5",
                     *       "dialect": "miot",
                     *       "members": [],
                     *       "essential": false,
                     *       "essentialMark": null,
                     *       "online": true,
                     *       "offlineSince": null,
                     *       "lostSince": null,
                     *       "lastSeen": "2026-01-01T12:00:00.000Z",
                     *       "state": {
                     *         "light.on": true,
                     *         "light.brightness": 60,
                     *         "light.color-temperature": 2700,
                     *         "light.color": 16744448,
                     *         "light.mode": 2
                     *       },
                     *       "doubts": {},
                     *       "reports": true,
                     *       "spec": {
                     *         "urn": "urn:miot-spec-v2:device:light:0000A001:yeelink-color5:1",
                     *         "kind": "light",
                     *         "description": "Light",
                     *         "services": [
                     *           {
                     *             "name": "light",
                     *             "description": "Light",
                     *             "label": "light"
                     *           }
                     *         ],
                     *         "properties": [
                     *           {
                     *             "address": "light.on",
                     *             "description": "Switch Status",
                     *             "label": "power",
                     *             "format": "bool",
                     *             "unit": null,
                     *             "unitLabel": null,
                     *             "range": null,
                     *             "values": [],
                     *             "access": [
                     *               "read",
                     *               "write"
                     *             ],
                     *             "writable": true,
                     *             "observable": true,
                     *             "value": true,
                     *             "valueLabel": "on",
                     *             "reportedAt": "2026-01-01T12:00:00.000Z",
                     *             "changedAt": "2026-01-01T12:00:00.000Z",
                     *             "changeSeen": true,
                     *             "doubt": null
                     *           },
                     *           {
                     *             "address": "light.brightness",
                     *             "description": "Brightness",
                     *             "label": "brightness",
                     *             "format": "uint8",
                     *             "unit": "percentage",
                     *             "unitLabel": "%",
                     *             "range": {
                     *               "min": 1,
                     *               "max": 100,
                     *               "step": 1
                     *             },
                     *             "values": [],
                     *             "access": [
                     *               "read",
                     *               "write"
                     *             ],
                     *             "writable": true,
                     *             "observable": true,
                     *             "value": 60,
                     *             "valueLabel": "60%",
                     *             "reportedAt": "2026-01-01T12:00:00.000Z",
                     *             "changedAt": "2026-01-01T12:00:00.000Z",
                     *             "changeSeen": false,
                     *             "doubt": null
                     *           }
                     *         ],
                     *         "actions": [
                     *           {
                     *             "address": "light.toggle",
                     *             "description": "Toggle",
                     *             "label": "toggle",
                     *             "in": [],
                     *             "out": [],
                     *             "arguments": []
                     *           }
                     *         ],
                     *         "events": []
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["DeviceWithSpec"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or handle.
                 * @example living-floor-lamp
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "favourite": true,
                 *       "aliases": [
                 *         "reading lamp"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DeviceEdit"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "miot:living-floor-lamp",
                     *       "handle": "living-floor-lamp",
                     *       "name": "落地灯",
                     *       "label": "reading lamp",
                     *       "aliases": [
                     *         "reading lamp"
                     *       ],
                     *       "room": "客厅",
                     *       "roomId": "living",
                     *       "roomLabel": "living room",
                     *       "floor": "16楼",
                     *       "floorId": "16f",
                     *       "floorLabel": "16th floor",
                     *       "kind": "light",
                     *       "kindLabel": "light",
                     *       "icon": "lightbulb",
                     *       "hidden": false,
                     *       "favourite": true,
                     *       "order": null,
                     *       "changed": [
                     *         "aliases",
                     *         "favourite"
                     *       ],
                     *       "model": "yeelink.light.color5",
                     *       "dialect": "miot",
                     *       "members": [],
                     *       "essential": false,
                     *       "essentialMark": null,
                     *       "online": true,
                     *       "offlineSince": null,
                     *       "lostSince": null,
                     *       "lastSeen": "2026-01-01T12:00:00.000Z",
                     *       "state": {
                     *         "light.on": true,
                     *         "light.brightness": 60,
                     *         "light.color-temperature": 2700,
                     *         "light.color": 16744448,
                     *         "light.mode": 2
                     *       },
                     *       "doubts": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Device"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invokeAction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example light.toggle */
                action: string;
                /**
                 * @description Id or handle.
                 * @example living-floor-lamp
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["Action"] | null;
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcomes": [
                     *         {
                     *           "device": "living-floor-lamp",
                     *           "id": "miot:living-floor-lamp",
                     *           "action": "light.toggle",
                     *           "value": [],
                     *           "out": [],
                     *           "status": "confirmed"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
        };
    };
    setProperties: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id or handle.
                 * @example living-floor-lamp
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {
                 *         "light.on": true,
                 *         "light.brightness": 40
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Properties"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcomes": [
                     *         {
                     *           "device": "living-floor-lamp",
                     *           "id": "miot:living-floor-lamp",
                     *           "property": "light.on",
                     *           "value": true,
                     *           "status": "unchanged",
                     *           "before": true
                     *         },
                     *         {
                     *           "device": "living-floor-lamp",
                     *           "id": "miot:living-floor-lamp",
                     *           "property": "light.brightness",
                     *           "value": 40,
                     *           "status": "confirmed",
                     *           "before": 60
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
        };
    };
    getEnergy: {
        parameters: {
            query?: {
                by?: "device" | "room" | "day" | "hour";
                /** @description Only this one, by id or handle. */
                device?: string;
                /** @description 2026-03-01, 2026-03-01T08:00 in the home's zone, with an offset, or a duration ago: 2d. Default: a day before `to`. */
                from?: string;
                /** @description Likewise; a date means the end of that day. Default: now. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-01-01T12:00:00.000Z",
                     *       "to": "2026-01-01T12:00:00.000Z",
                     *       "currency": null,
                     *       "total": {
                     *         "kWh": 0,
                     *         "cost": null,
                     *         "unknownMs": 86396102,
                     *         "of": "devices"
                     *       },
                     *       "entries": [
                     *         {
                     *           "device": "living-ac",
                     *           "source": "counter",
                     *           "kWh": 0,
                     *           "cost": null,
                     *           "unknownMs": 86396100
                     *         },
                     *         {
                     *           "device": "study-printer-plug",
                     *           "source": "power",
                     *           "kWh": 0,
                     *           "cost": null,
                     *           "unknownMs": 86396102
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Energy"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["HomeEvent"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFloors: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "floors": [
                     *         {
                     *           "id": "16f",
                     *           "name": "16楼",
                     *           "aliases": [
                     *             "十六楼",
                     *             "16th floor"
                     *           ],
                     *           "order": null,
                     *           "icon": null,
                     *           "source": "file",
                     *           "changed": []
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        floors: components["schemas"]["Floor"][];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createFloor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Attic",
                 *       "order": 3
                 *     }
                 */
                "application/json": components["schemas"]["FloorDraft"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "attic",
                     *       "name": "Attic",
                     *       "aliases": [],
                     *       "order": 3,
                     *       "icon": null,
                     *       "source": "person",
                     *       "changed": []
                     *     }
                     */
                    "application/json": components["schemas"]["Floor"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFloor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example attic
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "attic",
                     *       "name": "Attic",
                     *       "aliases": [],
                     *       "order": 3,
                     *       "icon": null,
                     *       "source": "person",
                     *       "changed": []
                     *     }
                     */
                    "application/json": components["schemas"]["Floor"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteFloor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example attic
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deleted": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        deleted: true;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateFloor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example attic
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "aliases": [
                 *         "loft"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["FloorEdit"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "attic",
                     *       "name": "Attic",
                     *       "aliases": [
                     *         "loft"
                     *       ],
                     *       "order": 3,
                     *       "icon": null,
                     *       "source": "person",
                     *       "changed": []
                     *     }
                     */
                    "application/json": components["schemas"]["Floor"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "groups": [
                     *         {
                     *           "id": "reading-lights",
                     *           "name": "Reading lights",
                     *           "aliases": [],
                     *           "order": null,
                     *           "icon": null,
                     *           "devices": [
                     *             "living-floor-lamp",
                     *             "living-ceiling-light"
                     *           ],
                     *           "missing": []
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        groups: components["schemas"]["Group"][];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Reading lights",
                 *       "devices": [
                 *         "living-floor-lamp",
                 *         "living-ceiling-light"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["GroupDraft"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "reading-lights",
                     *       "name": "Reading lights",
                     *       "aliases": [],
                     *       "order": null,
                     *       "icon": null,
                     *       "devices": [
                     *         "living-floor-lamp",
                     *         "living-ceiling-light"
                     *       ],
                     *       "missing": []
                     *     }
                     */
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example reading-lights
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "reading-lights",
                     *       "name": "Reading lights",
                     *       "aliases": [],
                     *       "order": null,
                     *       "icon": null,
                     *       "devices": [
                     *         "living-floor-lamp",
                     *         "living-ceiling-light"
                     *       ],
                     *       "missing": []
                     *     }
                     */
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example reading-lights
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deleted": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        deleted: true;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example reading-lights
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "aliases": [
                 *         "book lights"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["GroupEdit"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "reading-lights",
                     *       "name": "Reading lights",
                     *       "aliases": [
                     *         "book lights"
                     *       ],
                     *       "order": null,
                     *       "icon": null,
                     *       "devices": [
                     *         "living-floor-lamp",
                     *         "living-ceiling-light"
                     *       ],
                     *       "missing": []
                     *     }
                     */
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setGroupProperties: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example reading-lights
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "properties": {
                 *         "light.on": true
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["Properties"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcomes": [
                     *         {
                     *           "device": "living-floor-lamp",
                     *           "id": "miot:living-floor-lamp",
                     *           "property": "light.on",
                     *           "value": true,
                     *           "status": "confirmed",
                     *           "before": false
                     *         },
                     *         {
                     *           "device": "living-ceiling-light",
                     *           "id": "miot:living-ceiling-light",
                     *           "property": "light.on",
                     *           "value": true,
                     *           "status": "unchanged",
                     *           "before": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
        };
    };
    getHistory: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /**
                 * @description Id or handle. A device that is gone: its id.
                 * @example living-floor-lamp
                 */
                device: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                /** @description 2026-03-01, 2026-03-01T08:00 in the home's zone, with an offset, or a duration ago: 2d. Default: a day before `to`. */
                from?: string;
                limit?: number;
                /**
                 * @description Its address, or availability: whether the device could be reached.
                 * @example light.brightness
                 */
                property: string;
                /** @description hour and day begin by the clock of the home; or a duration: 5m. At most 2,000 steps. */
                step?: string;
                /** @description Likewise; a date means the end of that day. Default: now. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "device": "living-floor-lamp",
                     *       "property": "light.brightness",
                     *       "unit": "percentage",
                     *       "from": "2026-01-01T12:00:00.000Z",
                     *       "to": "2026-01-01T12:00:00.000Z",
                     *       "knownSince": "2026-01-01T12:00:00.000Z",
                     *       "changes": [
                     *         {
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "value": 60
                     *         },
                     *         {
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "value": 50
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteHistory: {
        parameters: {
            query: {
                /**
                 * @description Id or handle. A device that is gone: its id.
                 * @example living-floor-lamp
                 */
                device: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "device": "living-floor-lamp",
                     *       "series": 6
                     *     }
                     */
                    "application/json": {
                        device: string;
                        /** @description Properties that something was kept of. */
                        series: number;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportHistory: {
        parameters: {
            query?: {
                /**
                 * @description Only this one, by id or handle.
                 * @example living-floor-lamp
                 */
                device?: string;
                /** @example json */
                format?: "csv" | "json";
                /** @description 2026-03-01, 2026-03-01T08:00 in the home's zone, with an offset, or a duration ago: 2d. Default: a day before `to`. */
                from?: string;
                /** @example light.on */
                property?: string;
                /** @description Likewise; a date means the end of that day. Default: now. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description CSV with the columns time, device, name, property, value, unit, min, max, seconds; or the same as a JSON array. An empty value is not known from then on. min, max and seconds: the value is the mean of so many seconds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "time": "2026-01-01T12:00:00.000Z",
                     *         "device": "living-floor-lamp",
                     *         "name": "落地灯",
                     *         "property": "light.on",
                     *         "value": false,
                     *         "unit": null,
                     *         "min": null,
                     *         "max": null,
                     *         "seconds": null
                     *       },
                     *       {
                     *         "time": "2026-01-01T12:00:00.000Z",
                     *         "device": "living-floor-lamp",
                     *         "name": "落地灯",
                     *         "property": "light.on",
                     *         "value": true,
                     *         "unit": null,
                     *         "min": null,
                     *         "max": null,
                     *         "seconds": null
                     *       }
                     *     ]
                     */
                    "application/json": {
                        device: string;
                        max: number | null;
                        min: number | null;
                        name: string | null;
                        property: string;
                        seconds: number | null;
                        time: string;
                        unit: string | null;
                        value: (boolean | number | string) | null;
                    }[];
                    "text/csv": string;
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSeries: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Id or handle. A device that is gone: its id. */
                device?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                /** @example 2 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "series": [
                     *         {
                     *           "device": "balcony-airer",
                     *           "id": "miot:balcony-airer",
                     *           "property": "airer.current-position"
                     *         },
                     *         {
                     *           "device": "balcony-airer",
                     *           "id": "miot:balcony-airer",
                     *           "property": "airer.fault"
                     *         }
                     *       ],
                     *       "next": "XltyrrmqXwopWyJtaW90OmJhbGNvbnktYWlyZXIiLCJhaXJlci5mYXVsdCJd"
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        series: {
                            device: string;
                            id: string;
                            property: string;
                        }[];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStateDurations: {
        parameters: {
            query: {
                /**
                 * @description Id or handle. A device that is gone: its id.
                 * @example living-floor-lamp
                 */
                device: string;
                /** @description 2026-03-01, 2026-03-01T08:00 in the home's zone, with an offset, or a duration ago: 2d. Default: a day before `to`. */
                from?: string;
                /**
                 * @description Its address, or availability: whether the device could be reached.
                 * @example light.on
                 */
                property: string;
                /** @description Likewise; a date means the end of that day. Default: now. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "device": "living-floor-lamp",
                     *       "property": "light.on",
                     *       "unit": null,
                     *       "from": "2026-01-01T12:00:00.000Z",
                     *       "to": "2026-01-01T12:00:00.000Z",
                     *       "states": [
                     *         {
                     *           "value": false,
                     *           "ms": 12,
                     *           "times": 2
                     *         },
                     *         {
                     *           "value": true,
                     *           "ms": 12,
                     *           "times": 3
                     *         }
                     *       ],
                     *       "unknownMs": 86396120
                     *     }
                     */
                    "application/json": components["schemas"]["StateTimes"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "梧桐里 1602",
                     *       "language": "zh",
                     *       "temperature": "celsius",
                     *       "timezone": "Asia/Shanghai",
                     *       "changed": [],
                     *       "version": "0.1.0",
                     *       "simulated": true,
                     *       "counts": {
                     *         "devices": 35,
                     *         "offline": 0,
                     *         "rooms": 7,
                     *         "floors": 1,
                     *         "groups": 0,
                     *         "scenes": 0,
                     *         "automations": 0,
                     *         "timers": 0,
                     *         "people": 0
                     *       },
                     *       "model": {
                     *         "state": "off",
                     *         "name": null,
                     *         "notice": null
                     *       },
                     *       "links": [
                     *         {
                     *           "url": "mqtt://127.0.0.1:8480",
                     *           "connected": true,
                     *           "dialects": [
                     *             "miot",
                     *             "zigbee2mqtt"
                     *           ]
                     *         }
                     *       ],
                     *       "problems": []
                     *     }
                     */
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Our flat"
                 *     }
                 */
                "application/json": components["schemas"]["HomeEdit"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Our flat",
                     *       "language": "zh",
                     *       "temperature": "celsius",
                     *       "timezone": "Asia/Shanghai",
                     *       "changed": [
                     *         "name"
                     *       ],
                     *       "version": "0.1.0",
                     *       "simulated": true,
                     *       "counts": {
                     *         "devices": 35,
                     *         "offline": 0,
                     *         "rooms": 7,
                     *         "floors": 1,
                     *         "groups": 0,
                     *         "scenes": 0,
                     *         "automations": 0,
                     *         "timers": 0,
                     *         "people": 0
                     *       },
                     *       "model": {
                     *         "state": "off",
                     *         "name": null,
                     *         "notice": null
                     *       },
                     *       "links": [
                     *         {
                     *           "url": "mqtt://127.0.0.1:8480",
                     *           "connected": true,
                     *           "dialects": [
                     *             "miot",
                     *             "zigbee2mqtt"
                     *           ]
                     *         }
                     *       ],
                     *       "problems": []
                     *     }
                     */
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "owner",
                     *       "id": "owner",
                     *       "name": "owner",
                     *       "scope": "admin",
                     *       "rooms": null,
                     *       "room": null,
                     *       "person": null
                     *     }
                     */
                    "application/json": components["schemas"]["Identity"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMemory: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "kind": "time",
                     *           "name": "dinner",
                     *           "clock": "18:30",
                     *           "weekdays": [],
                     *           "text": "晚上6点半吃晚饭",
                     *           "id": "d2830b18",
                     *           "person": null,
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "by": null,
                     *           "until": null,
                     *           "description": "dinner is at 18:30"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        entries: components["schemas"]["MemoryEntry"][];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createMemory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "time",
                 *       "name": "dinner",
                 *       "clock": "18:30"
                 *     }
                 */
                "application/json": components["schemas"]["MemoryDraft"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "time",
                     *       "name": "dinner",
                     *       "clock": "18:30",
                     *       "weekdays": [],
                     *       "text": "晚上6点半吃晚饭",
                     *       "id": "d2830b18",
                     *       "person": null,
                     *       "at": "2026-01-01T12:00:00.000Z",
                     *       "by": null,
                     *       "until": null,
                     *       "description": "dinner is at 18:30"
                     *     }
                     */
                    "application/json": components["schemas"]["MemoryEntry"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMemory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example d2830b18 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "time",
                     *       "name": "dinner",
                     *       "clock": "18:30",
                     *       "weekdays": [],
                     *       "text": "晚上6点半吃晚饭",
                     *       "id": "d2830b18",
                     *       "person": null,
                     *       "at": "2026-01-01T12:00:00.000Z",
                     *       "by": null,
                     *       "until": null,
                     *       "description": "dinner is at 18:30"
                     *     }
                     */
                    "application/json": components["schemas"]["MemoryEntry"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceMemory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example d2830b18 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "time",
                 *       "name": "dinner",
                 *       "clock": "19:00"
                 *     }
                 */
                "application/json": components["schemas"]["MemoryDraft"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "time",
                     *       "name": "dinner",
                     *       "clock": "19:00",
                     *       "weekdays": [],
                     *       "text": "晚上7点吃晚饭",
                     *       "id": "d2830b18",
                     *       "person": null,
                     *       "at": "2026-01-01T12:00:00.000Z",
                     *       "by": null,
                     *       "until": null,
                     *       "description": "dinner is at 19:00"
                     *     }
                     */
                    "application/json": components["schemas"]["MemoryEntry"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMemory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example d2830b18 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "time",
                     *       "name": "dinner",
                     *       "clock": "19:00",
                     *       "weekdays": [],
                     *       "text": "晚上7点吃晚饭",
                     *       "id": "d2830b18",
                     *       "person": null,
                     *       "at": "2026-01-01T12:00:00.000Z",
                     *       "by": null,
                     *       "until": null,
                     *       "description": "dinner is at 19:00"
                     *     }
                     */
                    "application/json": components["schemas"]["MemoryEntry"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyMemory: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "entries": [
                 *         {
                 *           "kind": "time",
                 *           "name": "dinner",
                 *           "clock": "18:30"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MemoryApply"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "added": 1,
                     *       "changed": 0,
                     *       "same": 0,
                     *       "forgotten": 0
                     *     }
                     */
                    "application/json": {
                        added: number;
                        changed: number;
                        forgotten: number;
                        same: number;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMemoryChanges: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "change": "change",
                     *           "kind": "time",
                     *           "entry": "d2830b18",
                     *           "person": null,
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "origin": {
                     *             "kind": "api"
                     *           }
                     *         },
                     *         {
                     *           "change": "add",
                     *           "kind": "time",
                     *           "entry": "d2830b18",
                     *           "person": null,
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "origin": {
                     *             "kind": "api"
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        changes: components["schemas"]["MemoryChange"][];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listModes: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "current": {
                     *         "mode": "home",
                     *         "since": null,
                     *         "by": null
                     *       },
                     *       "modes": [
                     *         {
                     *           "id": "home",
                     *           "begins": [
                     *             {
                     *               "when": "someone-arrived",
                     *               "from": [
                     *                 "away",
                     *                 "holiday"
                     *               ]
                     *             }
                     *           ],
                     *           "name": "在家",
                     *           "aliases": [
                     *             "回家",
                     *             "Home"
                     *           ]
                     *         },
                     *         {
                     *           "id": "away",
                     *           "checks": [
                     *             "open",
                     *             "unlocked"
                     *           ],
                     *           "begins": [
                     *             {
                     *               "when": "everyone-left",
                     *               "from": [
                     *                 "home",
                     *                 "night"
                     *               ]
                     *             }
                     *           ],
                     *           "name": "离家",
                     *           "aliases": [
                     *             "外出",
                     *             "出门"
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Modes"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceModes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "modes": [
                 *         {
                 *           "id": "party",
                 *           "name": "Party"
                 *         },
                 *         {
                 *           "id": "work",
                 *           "name": "Work"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    modes: components["schemas"]["ModeDraft"][];
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "modes": [
                     *         {
                     *           "id": "home",
                     *           "begins": [
                     *             {
                     *               "when": "someone-arrived",
                     *               "from": [
                     *                 "away",
                     *                 "holiday"
                     *               ]
                     *             }
                     *           ],
                     *           "name": "在家",
                     *           "aliases": [
                     *             "回家",
                     *             "Home"
                     *           ]
                     *         },
                     *         {
                     *           "id": "party",
                     *           "name": "Party"
                     *         }
                     *       ],
                     *       "next": null,
                     *       "current": {
                     *         "mode": "party",
                     *         "since": "2026-01-01T12:00:00.000Z",
                     *         "by": {
                     *           "kind": "api"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Modes"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceMode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example party */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Party"
                 *     }
                 */
                "application/json": components["schemas"]["ModeDraft"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "modes": [
                     *         {
                     *           "id": "home",
                     *           "begins": [
                     *             {
                     *               "when": "someone-arrived",
                     *               "from": [
                     *                 "away",
                     *                 "holiday"
                     *               ]
                     *             }
                     *           ],
                     *           "name": "在家",
                     *           "aliases": [
                     *             "回家",
                     *             "Home"
                     *           ]
                     *         },
                     *         {
                     *           "id": "away",
                     *           "checks": [
                     *             "open",
                     *             "unlocked"
                     *           ],
                     *           "begins": [
                     *             {
                     *               "when": "everyone-left",
                     *               "from": [
                     *                 "home",
                     *                 "night"
                     *               ]
                     *             }
                     *           ],
                     *           "name": "离家",
                     *           "aliases": [
                     *             "外出",
                     *             "出门"
                     *           ]
                     *         }
                     *       ],
                     *       "next": null,
                     *       "current": {
                     *         "mode": "home",
                     *         "since": null,
                     *         "by": null
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Modes"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteMode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example work */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "modes": [
                     *         {
                     *           "id": "home",
                     *           "begins": [
                     *             {
                     *               "when": "someone-arrived",
                     *               "from": [
                     *                 "away",
                     *                 "holiday"
                     *               ]
                     *             }
                     *           ],
                     *           "name": "在家",
                     *           "aliases": [
                     *             "回家",
                     *             "Home"
                     *           ]
                     *         },
                     *         {
                     *           "id": "party",
                     *           "name": "Party"
                     *         }
                     *       ],
                     *       "next": null,
                     *       "current": {
                     *         "mode": "party",
                     *         "since": "2026-01-01T12:00:00.000Z",
                     *         "by": {
                     *           "kind": "api"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Modes"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginMode: {
        parameters: {
            query?: {
                /** @description true: a person has said yes to what the policy asks about in its scene. */
                approved?: "true" | "false";
            };
            header?: never;
            path: {
                /** @example party */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "mode": "party",
                     *       "before": "home",
                     *       "told": "Party mode is on.",
                     *       "outcomes": [],
                     *       "findings": []
                     *     }
                     */
                    "application/json": components["schemas"]["ModeReport"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listModeChanges: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                /** @example 2026-01-01T00:00:00Z */
                from: string;
                limit?: number;
                /** @example 2099-01-01T00:00:00Z */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "mode": "party",
                     *           "before": "home",
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "by": {
                     *             "kind": "api"
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        changes: {
                            at: string;
                            before: string;
                            by: {
                                kind: string;
                            } & {
                                [key: string]: unknown;
                            };
                            mode: string;
                        }[];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Id or handle. */
                device?: string;
                /** @description true: only what is over. false: only what is not. */
                ended?: "true" | "false";
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                from?: string;
                /** @description This level and above. */
                level?: "info" | "warning" | "alarm";
                limit?: number;
                /** @description The person who reads, by id, name or alias. Default: who asks, or everybody. */
                person?: string;
                /** @description By id, name or alias. */
                room?: string;
                to?: string;
                /** @description true: only what that reader has not read. */
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "unread": {
                     *         "count": 0,
                     *         "alarms": 0
                     *       },
                     *       "notices": [],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        notices: components["schemas"]["Notice"][];
                        unread: components["schemas"]["Unread"];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    actOnNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never> | null;
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
        };
    };
    getQuietTime: {
        parameters: {
            query?: {
                /** @description A person, by id, name or alias. Default: who asks, or everybody. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "until": "2099-01-01T07:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Quiet"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setQuietTime: {
        parameters: {
            query?: {
                /** @description A person, by id, name or alias. Default: who asks, or everybody. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "until": "2099-01-01T07:00:00Z"
                 *     }
                 */
                "application/json": {
                    until: string | null;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "until": "2099-01-01T07:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Quiet"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNoticesRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ReadRequest"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "read": 0,
                     *       "unread": {
                     *         "count": 0,
                     *         "alarms": 0
                     *       }
                     *     }
                     */
                    "application/json": {
                        /** @description How many were unread. */
                        read: number;
                        unread: components["schemas"]["Unread"];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countUnreadNotices: {
        parameters: {
            query?: {
                /** @description The person who reads, by id, name or alias. Default: who asks, or everybody. */
                person?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "count": 0,
                     *       "alarms": 0
                     *     }
                     */
                    "application/json": components["schemas"]["Unread"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutsideServers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutsideServerList"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptOutsideServer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutsideServer"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPairing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "until": null,
                     *       "gateways": [],
                     *       "others": [
                     *         {
                     *           "dialect": "miot",
                     *           "instead": "Nothing needs to be opened: a device that announces itself on the broker is there at once"
                     *         },
                     *         {
                     *           "dialect": "zigbee2mqtt",
                     *           "instead": "No Zigbee2MQTT has been heard on this broker. Start it, or check zigbee2mqtt.base"
                     *         }
                     *       ],
                     *       "found": []
                     *     }
                     */
                    "application/json": components["schemas"]["Pairing"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPairing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Only gateways of this dialect. */
                    dialect?: string;
                    /** @description Where the new devices are, by id or name: the room that is suggested for them. */
                    room?: string;
                    /** @default 120 */
                    seconds?: number;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
        };
    };
    stopPairing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcomes": []
                     *     }
                     */
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "people": [
                     *         {
                     *           "person": {
                     *             "id": "emma",
                     *             "name": "Emma",
                     *             "aliases": [
                     *               "Em"
                     *             ],
                     *             "role": "adult"
                     *           },
                     *           "hasPin": false,
                     *           "over": false,
                     *           "presence": {
                     *             "home": null,
                     *             "room": null,
                     *             "since": null
                     *           },
                     *           "signs": []
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        people: components["schemas"]["PersonWithPresence"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Emma",
                 *       "aliases": [
                 *         "Em"
                 *       ],
                 *       "role": "adult"
                 *     }
                 */
                "application/json": components["schemas"]["PersonDraft"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": {
                     *         "id": "emma",
                     *         "name": "Emma",
                     *         "aliases": [
                     *           "Em"
                     *         ],
                     *         "role": "adult"
                     *       },
                     *       "hasPin": false,
                     *       "over": false,
                     *       "presence": {
                     *         "home": null,
                     *         "room": null,
                     *         "since": null
                     *       },
                     *       "signs": []
                     *     }
                     */
                    "application/json": components["schemas"]["PersonWithPresence"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": {
                     *         "id": "emma",
                     *         "name": "Emma",
                     *         "aliases": [
                     *           "Em"
                     *         ],
                     *         "role": "adult"
                     *       },
                     *       "hasPin": false,
                     *       "over": false,
                     *       "presence": {
                     *         "home": null,
                     *         "room": null,
                     *         "since": null
                     *       },
                     *       "signs": []
                     *     }
                     */
                    "application/json": components["schemas"]["PersonWithPresence"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": {
                     *         "id": "emma",
                     *         "name": "Emma",
                     *         "aliases": [
                     *           "Em",
                     *           "Mum"
                     *         ],
                     *         "role": "adult"
                     *       },
                     *       "hasPin": true,
                     *       "over": false,
                     *       "presence": {
                     *         "home": true,
                     *         "room": null,
                     *         "since": "2026-01-01T12:00:00.000Z"
                     *       },
                     *       "signs": []
                     *     }
                     */
                    "application/json": components["schemas"]["PersonWithPresence"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updatePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "aliases": [
                 *         "Em",
                 *         "Mum"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PersonDraft"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": {
                     *         "id": "emma",
                     *         "name": "Emma",
                     *         "aliases": [
                     *           "Em",
                     *           "Mum"
                     *         ],
                     *         "role": "adult"
                     *       },
                     *       "hasPin": false,
                     *       "over": false,
                     *       "presence": {
                     *         "home": null,
                     *         "room": null,
                     *         "since": null
                     *       },
                     *       "signs": []
                     *     }
                     */
                    "application/json": components["schemas"]["PersonWithPresence"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPersonData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": {
                     *         "presence": [
                     *           {
                     *             "person": "emma",
                     *             "home": true,
                     *             "at": 1796144094023
                     *           }
                     *         ],
                     *         "memory": [],
                     *         "conversations": [],
                     *         "audit": [],
                     *         "channels": [],
                     *         "quiet": []
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: {
                            [key: string]: unknown[];
                        };
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasePersonData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "erased": {
                     *         "presence": 1,
                     *         "memory": 0,
                     *         "conversations": 0,
                     *         "audit": 0,
                     *         "channels": 0,
                     *         "quiet": 0
                     *       }
                     *     }
                     */
                    "application/json": {
                        erased: {
                            [key: string]: number;
                        };
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pin": "4711"
                 *     }
                 */
                "application/json": {
                    pin: string | null;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": {
                     *         "id": "emma",
                     *         "name": "Emma",
                     *         "aliases": [
                     *           "Em",
                     *           "Mum"
                     *         ],
                     *         "role": "adult"
                     *       },
                     *       "hasPin": true,
                     *       "over": false,
                     *       "presence": {
                     *         "home": true,
                     *         "room": null,
                     *         "since": "2026-01-01T12:00:00.000Z"
                     *       },
                     *       "signs": []
                     *     }
                     */
                    "application/json": components["schemas"]["PersonWithPresence"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPresence: {
        parameters: {
            query: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                /** @example 2026-01-01T00:00:00Z */
                from: string;
                limit?: number;
                /** @example 2099-01-01T00:00:00Z */
                to: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "home": true,
                     *           "at": "2026-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        changes: {
                            at: string;
                            home: boolean | null;
                        }[];
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPresence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "home": true
                 *     }
                 */
                "application/json": {
                    home: boolean;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "person": {
                     *         "id": "emma",
                     *         "name": "Emma",
                     *         "aliases": [
                     *           "Em",
                     *           "Mum"
                     *         ],
                     *         "role": "adult"
                     *       },
                     *       "hasPin": false,
                     *       "over": false,
                     *       "presence": {
                     *         "home": true,
                     *         "room": null,
                     *         "since": "2026-01-01T12:00:00.000Z"
                     *       },
                     *       "signs": []
                     *     }
                     */
                    "application/json": components["schemas"]["PersonWithPresence"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPersonTokens: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokens": [
                     *         {
                     *           "id": "4f306acf7cf3",
                     *           "name": "phone",
                     *           "createdAt": "2026-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        tokens: {
                            createdAt: string;
                            id: string;
                            name: string;
                            /** @description Only in the answer that makes it. */
                            token?: string;
                        }[];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPersonToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "phone"
                 *     }
                 */
                "application/json": {
                    /** @default  */
                    name?: string;
                } | null;
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "4f306acf7cf3",
                     *       "name": "phone",
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "token": "jiap_…"
                     *     }
                     */
                    "application/json": {
                        createdAt: string;
                        id: string;
                        name: string;
                        /** @description Only in the answer that makes it. */
                        token?: string;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokePersonToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example emma
                 */
                id: string;
                /** @example 4f306acf7cf3 */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "revoked": "4f306acf7cf3"
                     *     }
                     */
                    "application/json": {
                        revoked: string;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "people": [
                     *         {
                     *           "id": "emma",
                     *           "name": "Emma",
                     *           "aliases": [
                     *             "Em"
                     *           ],
                     *           "role": "adult"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        people: {
                            aliases?: string[];
                            id: string;
                            /** @enum {string} */
                            language?: "en" | "zh";
                            limits?: {
                                denied?: string[];
                                hours?: {
                                    from: string;
                                    to: string;
                                };
                                kinds?: string[];
                                rooms?: string[];
                            };
                            name: string;
                            /** @enum {string} */
                            role: "adult" | "child" | "guest";
                            room?: string;
                            signs?: ({
                                away?: (boolean | number | string) | (boolean | number | string)[];
                                device: string;
                                home?: (boolean | number | string) | (boolean | number | string)[];
                                property?: string;
                                /** @enum {string} */
                                type: "device";
                            } | {
                                id?: string;
                                rooms?: {
                                    [key: string]: string;
                                };
                                topic: string;
                                /** @enum {string} */
                                type: "rooms";
                                within?: number;
                            } | {
                                away?: string | string[];
                                field?: string;
                                home?: string | string[];
                                topic: string;
                                /** @enum {string} */
                                type: "mqtt";
                            } | {
                                arguments?: {
                                    [key: string]: boolean | number | string;
                                };
                                device: string;
                                event?: string;
                                is?: (boolean | number | string) | (boolean | number | string)[];
                                property?: string;
                                /** @enum {string} */
                                type: "door";
                            } | {
                                key: string;
                                /** @enum {string} */
                                type: "webhook";
                            })[];
                            until?: string;
                        }[];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyPeople: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "people": [
                 *         {
                 *           "id": "emma",
                 *           "name": "Emma",
                 *           "aliases": [
                 *             "Em"
                 *           ],
                 *           "role": "adult"
                 *         }
                 *       ],
                 *       "apply": false
                 *     }
                 */
                "application/json": {
                    /** @default false */
                    apply?: boolean;
                    people: unknown[];
                    /** @default false */
                    prune?: boolean;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "id": "emma",
                     *           "name": "Emma",
                     *           "change": "same",
                     *           "fields": []
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        changes: {
                            /** @enum {string} */
                            change: "add" | "change" | "same" | "extra";
                            fields: string[];
                            id: string;
                            name: string;
                        }[];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlanned: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                /** @description Default: now. */
                from?: string;
                limit?: number;
                /** @description Default: a day later. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "planned": [
                     *         {
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "kind": "timer",
                     *           "id": "hooh7f1n0w-0b12df7f-6196",
                     *           "name": "Tea",
                     *           "often": false,
                     *           "heldBack": null
                     *         },
                     *         {
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "kind": "automation",
                     *           "id": "evening-light",
                     *           "name": "Evening light",
                     *           "often": false,
                     *           "heldBack": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        planned: components["schemas"]["Planned"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                kind?: "automation" | "scene" | "timer";
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "plans": [
                     *         {
                     *           "kind": "scene",
                     *           "id": "movie-night",
                     *           "name": "Movie night",
                     *           "active": true,
                     *           "by": null,
                     *           "description": "Movie night: close the living room curtain; turn on the living room reading lamp at 15%.",
                     *           "createdAt": "2026-01-01T12:00:00.000Z",
                     *           "next": null
                     *         },
                     *         {
                     *           "kind": "automation",
                     *           "id": "evening-light",
                     *           "name": "Evening light",
                     *           "active": true,
                     *           "by": null,
                     *           "description": "Every day at 18:30: turn on the living room reading lamp. Next: today 18:30.",
                     *           "createdAt": "2026-01-01T12:00:00.000Z",
                     *           "next": "2026-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        plans: components["schemas"]["Plan"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePlan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example desk-light */
                id: string;
                /** @example automation */
                kind: "automation" | "scene" | "timer";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "automation",
                     *       "id": "desk-light",
                     *       "name": "Desk light",
                     *       "active": true,
                     *       "by": null,
                     *       "description": "When its webhook is called: turn on the living room reading lamp.",
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPresenceByKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "home" | "away";
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        heard: true;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "key": "BI6207OeqCkuoQp_7olhWFyuzkpr0cQf_AQvvf-BnOceRV2LbADzGq1xaSfjJDsMkGfAfb7Z2cWFtz6aVtEFOdc"
                     *     }
                     */
                    "application/json": {
                        key: string;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createPushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpoint": "https://push.example.org/send/5hT9w2",
                 *       "keys": {
                 *         "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                 *         "auth": "BTBZMqHH6r4Tts7J_aSIgg"
                 *       },
                 *       "name": "Firefox"
                 *     }
                 */
                "application/json": components["schemas"]["PushSubscription"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "firefox",
                     *       "way": "push",
                     *       "name": "Firefox",
                     *       "person": null,
                     *       "levels": [
                     *         "info",
                     *         "warning"
                     *       ],
                     *       "quiet": null,
                     *       "quietAlarms": false,
                     *       "enabled": true,
                     *       "settings": {},
                     *       "secrets": [
                     *         "endpoint",
                     *         "p256dh"
                     *       ],
                     *       "host": "push.example.org",
                     *       "fromFile": false,
                     *       "failing": null,
                     *       "workedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deletePushSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "endpoint": "https://push.example.org/send/5hT9w2"
                 *     }
                 */
                "application/json": {
                    /** Format: uri */
                    endpoint: string;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "firefox",
                     *       "way": "push",
                     *       "name": "Firefox",
                     *       "person": null,
                     *       "levels": [
                     *         "info",
                     *         "warning"
                     *       ],
                     *       "quiet": null,
                     *       "quietAlarms": false,
                     *       "enabled": true,
                     *       "settings": {},
                     *       "secrets": [
                     *         "endpoint",
                     *         "p256dh"
                     *       ],
                     *       "host": "push.example.org",
                     *       "fromFile": false,
                     *       "failing": null,
                     *       "workedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Channel"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restart: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        restarting: true;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRooms: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "home": "Our flat",
                     *       "timezone": "Asia/Shanghai",
                     *       "floors": [
                     *         {
                     *           "id": "16f",
                     *           "name": "16楼",
                     *           "aliases": [
                     *             "十六楼",
                     *             "16th floor"
                     *           ],
                     *           "order": null,
                     *           "icon": null,
                     *           "source": "file",
                     *           "changed": []
                     *         }
                     *       ],
                     *       "rooms": [
                     *         {
                     *           "id": "living",
                     *           "name": "客厅",
                     *           "aliases": [
                     *             "大厅",
                     *             "living room"
                     *           ],
                     *           "floor": "16f",
                     *           "order": null,
                     *           "icon": null,
                     *           "source": "file",
                     *           "changed": [],
                     *           "devices": [
                     *             "living-ceiling-light",
                     *             "living-floor-lamp"
                     *           ]
                     *         },
                     *         {
                     *           "id": "bedroom",
                     *           "name": "主卧",
                     *           "aliases": [
                     *             "卧室",
                     *             "睡房"
                     *           ],
                     *           "floor": "16f",
                     *           "order": null,
                     *           "icon": null,
                     *           "source": "file",
                     *           "changed": [],
                     *           "devices": [
                     *             "bedroom-ceiling-light",
                     *             "bedroom-bedside-lamp"
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        floors: components["schemas"]["Floor"][];
                        home: string;
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        rooms: components["schemas"]["Room"][];
                        /** @description The IANA time zone of the home. */
                        timezone: string;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createRoom: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Hobby room",
                 *       "floor": "attic"
                 *     }
                 */
                "application/json": components["schemas"]["RoomDraft"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hobby-room",
                     *       "name": "Hobby room",
                     *       "aliases": [],
                     *       "floor": "attic",
                     *       "order": null,
                     *       "icon": null,
                     *       "source": "person",
                     *       "changed": [],
                     *       "devices": []
                     *     }
                     */
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example hobby-room
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hobby-room",
                     *       "name": "Hobby room",
                     *       "aliases": [],
                     *       "floor": "attic",
                     *       "order": null,
                     *       "icon": null,
                     *       "source": "person",
                     *       "changed": [],
                     *       "devices": []
                     *     }
                     */
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example hobby-room
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deleted": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        deleted: true;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id, name or alias.
                 * @example hobby-room
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "icon": "brush"
                 *     }
                 */
                "application/json": components["schemas"]["RoomEdit"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hobby-room",
                     *       "name": "Hobby room",
                     *       "aliases": [],
                     *       "floor": "attic",
                     *       "order": null,
                     *       "icon": "brush",
                     *       "source": "person",
                     *       "changed": [],
                     *       "devices": []
                     *     }
                     */
                    "application/json": components["schemas"]["Room"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                from?: string;
                limit?: number;
                /**
                 * @description Id of the definition.
                 * @example evening-light
                 */
                of?: string;
                status?: "running" | "waiting" | "done" | "failed" | "skipped" | "stopped" | "missed";
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runs": [
                     *         {
                     *           "id": "hooh7f0lzk-0b12df7f-6196",
                     *           "kind": "automation",
                     *           "of": "evening-light",
                     *           "name": "Evening light",
                     *           "status": "done",
                     *           "reason": "",
                     *           "cause": {
                     *             "type": "manual",
                     *             "text": "started by hand through the API",
                     *             "trigger": null,
                     *             "dueAt": null,
                     *             "detail": "",
                     *             "chain": []
                     *           },
                     *           "origin": {
                     *             "kind": "schedule",
                     *             "id": "evening-light"
                     *           },
                     *           "startedAt": "2026-01-01T12:00:00.000Z",
                     *           "finishedAt": "2026-01-01T12:00:00.000Z",
                     *           "conditions": [],
                     *           "steps": [
                     *             {
                     *               "path": "actions[0]",
                     *               "type": "set",
                     *               "at": "2026-01-01T12:00:00.000Z",
                     *               "ms": 12,
                     *               "result": "done",
                     *               "detail": "",
                     *               "outcomes": [
                     *                 {
                     *                   "device": "living-floor-lamp",
                     *                   "id": "miot:living-floor-lamp",
                     *                   "property": "light.on",
                     *                   "value": true,
                     *                   "status": "confirmed",
                     *                   "before": false
                     *                 }
                     *               ],
                     *               "text": "turn on the living room reading lamp"
                     *             }
                     *           ],
                     *           "missed": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        runs: components["schemas"]["Run"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example hooh7f0lzk-0b12df7f-6196 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f0lzk-0b12df7f-6196",
                     *       "kind": "automation",
                     *       "of": "evening-light",
                     *       "name": "Evening light",
                     *       "status": "done",
                     *       "reason": "",
                     *       "cause": {
                     *         "type": "manual",
                     *         "text": "started by hand through the API",
                     *         "trigger": null,
                     *         "dueAt": null,
                     *         "detail": "",
                     *         "chain": []
                     *       },
                     *       "origin": {
                     *         "kind": "schedule",
                     *         "id": "evening-light"
                     *       },
                     *       "startedAt": "2026-01-01T12:00:00.000Z",
                     *       "finishedAt": "2026-01-01T12:00:00.000Z",
                     *       "conditions": [],
                     *       "steps": [
                     *         {
                     *           "path": "actions[0]",
                     *           "type": "set",
                     *           "at": "2026-01-01T12:00:00.000Z",
                     *           "ms": 12,
                     *           "result": "done",
                     *           "detail": "",
                     *           "outcomes": [
                     *             {
                     *               "device": "living-floor-lamp",
                     *               "id": "miot:living-floor-lamp",
                     *               "property": "light.on",
                     *               "value": true,
                     *               "status": "confirmed",
                     *               "before": false
                     *             }
                     *           ],
                     *           "text": "turn on the living room reading lamp"
                     *         }
                     *       ],
                     *       "missed": null
                     *     }
                     */
                    "application/json": components["schemas"]["Run"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stopRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        stopped: string;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamRuns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["RunEvent"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listScenes: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                limit?: number;
                /** @description Name, alias or id. */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "scenes": [
                     *         {
                     *           "definition": {
                     *             "name": "Movie night",
                     *             "aliases": [
                     *               "film night"
                     *             ],
                     *             "steps": [
                     *               {
                     *                 "target": "miot:living-curtain",
                     *                 "set": {
                     *                   "curtain.target-position": 0
                     *                 }
                     *               },
                     *               {
                     *                 "target": "miot:living-floor-lamp",
                     *                 "set": {
                     *                   "light.on": true,
                     *                   "light.brightness": 15
                     *                 }
                     *               }
                     *             ],
                     *             "id": "movie-night"
                     *           },
                     *           "approved": false,
                     *           "createdAt": "2026-01-01T12:00:00.000Z",
                     *           "updatedAt": "2026-01-01T12:00:00.000Z",
                     *           "description": "Movie night: close the living room curtain; turn on the living room reading lamp at 15%.",
                     *           "problems": [],
                     *           "heldBack": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        scenes: components["schemas"]["SavedScene"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createScene: {
        parameters: {
            query?: {
                /** @description true if a person has confirmed what the policy asks about. */
                approved?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Movie night",
                 *       "aliases": [
                 *         "film night"
                 *       ],
                 *       "steps": [
                 *         {
                 *           "target": "living-curtain",
                 *           "set": {
                 *             "curtain.target-position": 0
                 *           }
                 *         },
                 *         {
                 *           "target": "living-floor-lamp",
                 *           "set": {
                 *             "light.on": true,
                 *             "light.brightness": 15
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "name": "Movie night",
                     *         "aliases": [
                     *           "film night"
                     *         ],
                     *         "steps": [
                     *           {
                     *             "target": "miot:living-curtain",
                     *             "set": {
                     *               "curtain.target-position": 0
                     *             }
                     *           },
                     *           {
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true,
                     *               "light.brightness": 15
                     *             }
                     *           }
                     *         ],
                     *         "id": "movie-night"
                     *       },
                     *       "approved": false,
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "updatedAt": "2026-01-01T12:00:00.000Z",
                     *       "description": "Movie night: close the living room curtain; turn on the living room reading lamp at 15%.",
                     *       "problems": [],
                     *       "heldBack": null
                     *     }
                     */
                    "application/json": components["schemas"]["SavedScene"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScene: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example movie-night */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "name": "Movie night",
                     *         "aliases": [
                     *           "film night"
                     *         ],
                     *         "steps": [
                     *           {
                     *             "target": "miot:living-curtain",
                     *             "set": {
                     *               "curtain.target-position": 0
                     *             }
                     *           },
                     *           {
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true,
                     *               "light.brightness": 15
                     *             }
                     *           }
                     *         ],
                     *         "id": "movie-night"
                     *       },
                     *       "approved": false,
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "updatedAt": "2026-01-01T12:00:00.000Z",
                     *       "description": "Movie night: close the living room curtain; turn on the living room reading lamp at 15%.",
                     *       "problems": [],
                     *       "heldBack": null
                     *     }
                     */
                    "application/json": components["schemas"]["SavedScene"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceScene: {
        parameters: {
            query?: {
                /** @description true if a person has confirmed what the policy asks about. */
                approved?: "true" | "false";
            };
            header?: never;
            path: {
                /** @example movie-night */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Movie night",
                 *       "aliases": [
                 *         "cinema"
                 *       ],
                 *       "steps": [
                 *         {
                 *           "target": "living-curtain",
                 *           "set": {
                 *             "curtain.target-position": 0
                 *           }
                 *         },
                 *         {
                 *           "target": "living-floor-lamp",
                 *           "set": {
                 *             "light.on": true,
                 *             "light.brightness": 15
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "id": "movie-night",
                     *         "name": "Movie night",
                     *         "aliases": [
                     *           "cinema"
                     *         ],
                     *         "steps": [
                     *           {
                     *             "target": "miot:living-curtain",
                     *             "set": {
                     *               "curtain.target-position": 0
                     *             }
                     *           },
                     *           {
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true,
                     *               "light.brightness": 15
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "approved": false,
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "updatedAt": "2026-01-01T12:00:00.000Z",
                     *       "description": "Movie night: close the living room curtain; turn on the living room reading lamp at 15%.",
                     *       "problems": [],
                     *       "heldBack": null
                     *     }
                     */
                    "application/json": components["schemas"]["SavedScene"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteScene: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example movie-night */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "id": "movie-night",
                     *         "name": "Movie night",
                     *         "aliases": [
                     *           "cinema"
                     *         ],
                     *         "steps": [
                     *           {
                     *             "target": "miot:living-curtain",
                     *             "set": {
                     *               "curtain.target-position": 0
                     *             }
                     *           },
                     *           {
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true,
                     *               "light.brightness": 15
                     *             }
                     *           }
                     *         ]
                     *       },
                     *       "approved": false,
                     *       "createdAt": "2026-01-01T12:00:00.000Z",
                     *       "updatedAt": "2026-01-01T12:00:00.000Z",
                     *       "description": "Movie night: close the living room curtain; turn on the living room reading lamp at 15%.",
                     *       "problems": [],
                     *       "heldBack": null
                     *     }
                     */
                    "application/json": components["schemas"]["SavedScene"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activateScene: {
        parameters: {
            query?: {
                /** @description true if a person has confirmed what the policy asks about. */
                approved?: "true" | "false";
            };
            header?: never;
            path: {
                /** @example movie-night */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    parameters?: {
                        [key: string]: boolean | number | string;
                    };
                } | null;
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcomes": [
                     *         {
                     *           "device": "living-curtain",
                     *           "id": "miot:living-curtain",
                     *           "property": "curtain.target-position",
                     *           "value": 0,
                     *           "status": "confirmed",
                     *           "before": 100
                     *         },
                     *         {
                     *           "device": "living-floor-lamp",
                     *           "id": "miot:living-floor-lamp",
                     *           "property": "light.on",
                     *           "value": true,
                     *           "status": "confirmed",
                     *           "before": false
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
        };
    };
    previewScene: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example movie-night */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": {
                    parameters?: {
                        [key: string]: boolean | number | string;
                    };
                } | null;
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "changes": [
                     *         {
                     *           "device": "living-curtain",
                     *           "property": "curtain.target-position",
                     *           "before": 100,
                     *           "after": 0,
                     *           "id": "miot:living-curtain"
                     *         },
                     *         {
                     *           "device": "living-floor-lamp",
                     *           "property": "light.on",
                     *           "before": false,
                     *           "after": true,
                     *           "id": "miot:living-floor-lamp"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        changes: components["schemas"]["PlannedChange"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoScene: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example movie-night */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcomes": [
                     *         {
                     *           "device": "living-curtain",
                     *           "id": "miot:living-curtain",
                     *           "property": "curtain.target-position",
                     *           "value": 100,
                     *           "status": "confirmed",
                     *           "before": 0
                     *         },
                     *         {
                     *           "device": "living-floor-lamp",
                     *           "id": "miot:living-floor-lamp",
                     *           "property": "light.brightness",
                     *           "value": 40,
                     *           "status": "confirmed",
                     *           "before": 15
                     *         }
                     *       ],
                     *       "lost": []
                     *     }
                     */
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description Default Response */
            207: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["FailedExecution"];
                };
            };
        };
    };
    snapshotScene: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Now",
                 *       "target": {
                 *         "room": "study"
                 *       }
                 *     }
                 */
                "application/json": {
                    name: string;
                    target: string | {
                        devices: string[];
                    } | {
                        except?: string[];
                        floor?: string;
                        kind?: string;
                        room?: string;
                    };
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Now",
                     *       "steps": [
                     *         {
                     *           "target": "miot:study-monitor-light",
                     *           "set": {
                     *             "light.on": true,
                     *             "light.brightness": 70,
                     *             "light.color-temperature": 4500,
                     *             "light.mode": 6
                     *           }
                     *         },
                     *         {
                     *           "target": "miot:study-fan",
                     *           "set": {
                     *             "fan.on": false
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Definition"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    validateScene: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Movie night",
                 *       "aliases": [
                 *         "film night"
                 *       ],
                 *       "steps": [
                 *         {
                 *           "target": "living-curtain",
                 *           "set": {
                 *             "curtain.target-position": 0
                 *           }
                 *         },
                 *         {
                 *           "target": "living-floor-lamp",
                 *           "set": {
                 *             "light.on": true,
                 *             "light.brightness": 15
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DefinitionInput"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definition": {
                     *         "name": "Movie night",
                     *         "aliases": [
                     *           "film night"
                     *         ],
                     *         "steps": [
                     *           {
                     *             "target": "miot:living-curtain",
                     *             "set": {
                     *               "curtain.target-position": 0
                     *             }
                     *           },
                     *           {
                     *             "target": "miot:living-floor-lamp",
                     *             "set": {
                     *               "light.on": true,
                     *               "light.brightness": 15
                     *             }
                     *           }
                     *         ],
                     *         "id": "movie-night"
                     *       },
                     *       "problems": [],
                     *       "warnings": [],
                     *       "approvals": [],
                     *       "question": null,
                     *       "description": "Movie night: close the living room curtain; turn on the living room reading lamp at 15%.",
                     *       "next": []
                     *     }
                     */
                    "application/json": components["schemas"]["Check"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessions": [
                     *         {
                     *           "id": "DGCpuqcSFcx_",
                     *           "name": "Emma's phone",
                     *           "scope": "admin",
                     *           "rooms": null,
                     *           "room": null,
                     *           "person": null,
                     *           "createdAt": "2026-01-01T12:00:00.000Z",
                     *           "expiresAt": "2026-01-01T12:00:00.000Z",
                     *           "lastUsedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        sessions: components["schemas"]["Token"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example DGCpuqcSFcx_ */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deleted": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        deleted: true;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "settings": [
                     *         {
                     *           "name": "home.file",
                     *           "value": null,
                     *           "saved": null,
                     *           "isSet": false,
                     *           "default": null,
                     *           "source": "default",
                     *           "from": null,
                     *           "secret": false,
                     *           "environment": "JIA_HOME",
                     *           "flag": "--home",
                     *           "changes": "file",
                     *           "restartNeeded": false,
                     *           "about": "The home file with names, rooms and simulated devices. flat and house are the examples in devices/homes/.",
                     *           "expected": "the path of a file",
                     *           "schema": {
                     *             "anyOf": [
                     *               {
                     *                 "type": "string",
                     *                 "minLength": 1
                     *               },
                     *               {
                     *                 "type": "null"
                     *               }
                     *             ]
                     *           }
                     *         },
                     *         {
                     *           "name": "home.name",
                     *           "value": null,
                     *           "saved": null,
                     *           "isSet": false,
                     *           "default": null,
                     *           "source": "default",
                     *           "from": null,
                     *           "secret": false,
                     *           "environment": null,
                     *           "flag": null,
                     *           "changes": "restart",
                     *           "restartNeeded": false,
                     *           "about": "The home's name; overrides the home file.",
                     *           "expected": "some text",
                     *           "schema": {
                     *             "anyOf": [
                     *               {
                     *                 "type": "string",
                     *                 "minLength": 1,
                     *                 "maxLength": 64
                     *               },
                     *               {
                     *                 "type": "null"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        next: null;
                        settings: components["schemas"]["Setting"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Values by name; null brings back the default.
                     * @example {
                     *       "log.level": "info",
                     *       "notices.minutes.door": null
                     *     }
                     */
                    settings: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        restartNeeded: string[];
                        settings: components["schemas"]["Setting"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Emma's phone"
                 *     }
                 */
                "application/json": components["schemas"]["NewSignInLink"] | null;
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "url": "http://127.0.0.1:8480/sign-in?code=jiac_…",
                     *       "expiresAt": "2026-01-01T12:00:00.000Z",
                     *       "onlyHere": true
                     *     }
                     */
                    "application/json": {
                        expiresAt: string;
                        /** @description Whether only a browser on the machine of Jia reaches it. */
                        onlyHere: boolean;
                        /** @description Signs one browser in, once. */
                        url: string;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTimers: {
        parameters: {
            query?: {
                /** @description `next` of the page before. */
                cursor?: string;
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "timers": [
                     *         {
                     *           "id": "hooh7f1n0w-0b12df7f-6196",
                     *           "name": "Tea",
                     *           "state": "running",
                     *           "dueAt": "2026-01-01T12:00:00.000Z",
                     *           "remainingMs": 239994,
                     *           "durationMs": 240000,
                     *           "commands": [],
                     *           "room": null,
                     *           "createdAt": "2026-01-01T12:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        timers: components["schemas"]["Timer"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTimer: {
        parameters: {
            query?: {
                /** @description true if a person has confirmed what the policy asks about. */
                approved?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Tea",
                 *       "duration": "4m"
                 *     }
                 */
                "application/json": components["schemas"]["TimerRequest"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f1n0w-0b12df7f-6196",
                     *       "name": "Tea",
                     *       "state": "running",
                     *       "dueAt": "2026-01-01T12:00:00.000Z",
                     *       "remainingMs": 239995,
                     *       "durationMs": 240000,
                     *       "commands": [],
                     *       "room": null,
                     *       "createdAt": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Timer"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example hooh7f1n0w-0b12df7f-6196 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f1n0w-0b12df7f-6196",
                     *       "name": "Tea",
                     *       "state": "running",
                     *       "dueAt": "2026-01-01T12:00:00.000Z",
                     *       "remainingMs": 239993,
                     *       "durationMs": 240000,
                     *       "commands": [],
                     *       "room": null,
                     *       "createdAt": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Timer"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelTimer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example hooh7f1n0w-0b12df7f-6196 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f1n0w-0b12df7f-6196",
                     *       "name": "Tea",
                     *       "state": "running",
                     *       "dueAt": "2026-01-01T12:00:00.000Z",
                     *       "remainingMs": 359979,
                     *       "durationMs": 360000,
                     *       "commands": [],
                     *       "room": null,
                     *       "createdAt": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Timer"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    extendTimer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example hooh7f1n0w-0b12df7f-6196 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "duration": "2m"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description In place of seconds, as people write it: 2m, -30s, 5 minutes less.
                     * @example 1h30
                     */
                    duration?: string;
                    seconds?: number;
                };
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f1n0w-0b12df7f-6196",
                     *       "name": "Tea",
                     *       "state": "running",
                     *       "dueAt": "2026-01-01T12:00:00.000Z",
                     *       "remainingMs": 359987,
                     *       "durationMs": 360000,
                     *       "commands": [],
                     *       "room": null,
                     *       "createdAt": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Timer"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseTimer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example hooh7f1n0w-0b12df7f-6196 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f1n0w-0b12df7f-6196",
                     *       "name": "Tea",
                     *       "state": "paused",
                     *       "dueAt": null,
                     *       "remainingMs": 359987,
                     *       "durationMs": 360000,
                     *       "commands": [],
                     *       "room": null,
                     *       "createdAt": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Timer"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeTimer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example hooh7f1n0w-0b12df7f-6196 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "hooh7f1n0w-0b12df7f-6196",
                     *       "name": "Tea",
                     *       "state": "running",
                     *       "dueAt": "2026-01-01T12:00:00.000Z",
                     *       "remainingMs": 359986,
                     *       "durationMs": 360000,
                     *       "commands": [],
                     *       "room": null,
                     *       "createdAt": "2026-01-01T12:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Timer"];
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, with commas between: `id,name`. */
                fields?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "tokens": [
                     *         {
                     *           "id": "BrhrOAyAanmw",
                     *           "name": "Kitchen tablet",
                     *           "scope": "control",
                     *           "rooms": [
                     *             "kitchen"
                     *           ],
                     *           "room": null,
                     *           "person": null,
                     *           "createdAt": "2026-01-01T12:00:00.000Z",
                     *           "expiresAt": "2026-01-01T12:00:00.000Z",
                     *           "lastUsedAt": null
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": {
                        /** @description `cursor` of the next page; null: this is the last one. */
                        next: string | null;
                        tokens: components["schemas"]["Token"][];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Kitchen tablet",
                 *       "scope": "control",
                 *       "rooms": [
                 *         "kitchen"
                 *       ],
                 *       "days": 365
                 *     }
                 */
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": {
                     *         "id": "BrhrOAyAanmw",
                     *         "name": "Kitchen tablet",
                     *         "scope": "control",
                     *         "rooms": [
                     *           "kitchen"
                     *         ],
                     *         "room": null,
                     *         "person": null,
                     *         "createdAt": "2026-01-01T12:00:00.000Z",
                     *         "expiresAt": "2026-01-01T12:00:00.000Z",
                     *         "lastUsedAt": null
                     *       },
                     *       "secret": "jiat_…"
                     *     }
                     */
                    "application/json": {
                        /** @description The token itself, only in this answer: Authorization: Bearer <secret>. */
                        secret: string;
                        token: components["schemas"]["Token"];
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example BrhrOAyAanmw */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "deleted": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        deleted: true;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    callWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example desk-5hT9w2aQ81xYzK */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "started": true
                     *     }
                     */
                    "application/json": {
                        /** @enum {boolean} */
                        started: true;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainState: {
        parameters: {
            query: {
                /**
                 * @description Only this property or action.
                 * @example light.on
                 */
                address?: string;
                at?: string;
                /**
                 * @description Id or handle.
                 * @example living-floor-lamp
                 */
                device: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "text": "The living room reading lamp was turned on at 00:54 by the automation \"Evening light\" (started by hand through the API).",
                     *       "cause": {
                     *         "at": "2026-01-01T12:00:00.000Z",
                     *         "origin": {
                     *           "kind": "schedule",
                     *           "id": "evening-light"
                     *         },
                     *         "outcomes": [
                     *           {
                     *             "device": "living-floor-lamp",
                     *             "id": "miot:living-floor-lamp",
                     *             "property": "light.on",
                     *             "value": true,
                     *             "status": "confirmed",
                     *             "before": false
                     *           }
                     *         ],
                     *         "run": {
                     *           "id": "hooh7f0lzk-0b12df7f-6196",
                     *           "kind": "automation",
                     *           "of": "evening-light",
                     *           "name": "Evening light",
                     *           "status": "done",
                     *           "reason": "",
                     *           "cause": {
                     *             "type": "manual",
                     *             "text": "started by hand through the API",
                     *             "trigger": null,
                     *             "dueAt": null,
                     *             "detail": "",
                     *             "chain": []
                     *           },
                     *           "origin": {
                     *             "kind": "schedule",
                     *             "id": "evening-light"
                     *           },
                     *           "startedAt": "2026-01-01T12:00:00.000Z",
                     *           "finishedAt": "2026-01-01T12:00:00.000Z",
                     *           "conditions": [],
                     *           "steps": [
                     *             {
                     *               "path": "actions[0]",
                     *               "type": "set",
                     *               "at": "2026-01-01T12:00:00.000Z",
                     *               "ms": 12,
                     *               "result": "done",
                     *               "detail": "",
                     *               "outcomes": [
                     *                 {
                     *                   "device": "living-floor-lamp",
                     *                   "id": "miot:living-floor-lamp",
                     *                   "property": "light.on",
                     *                   "value": true,
                     *                   "status": "confirmed",
                     *                   "before": false
                     *                 }
                     *               ],
                     *               "text": "turn on the living room reading lamp"
                     *             }
                     *           ],
                     *           "missed": null
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": {
                        cause: {
                            at: string;
                            origin: {
                                kind: string;
                            } & {
                                [key: string]: unknown;
                            };
                            outcomes: components["schemas"]["NotedOutcome"][];
                            run: components["schemas"]["Run"] | null;
                        } | null;
                        text: string;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "uptime": 12
                     *     }
                     */
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                        /** @description Seconds. */
                        uptime: number;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listenToMcp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem (RFC 9457), or an error of the protocol */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem (RFC 9457), or an error of the protocol */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A stream of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendMcpMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem (RFC 9457), or an error of the protocol */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem (RFC 9457), or an error of the protocol */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer, or a stream of messages with the answer last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpMessage"];
                    "text/event-stream": string;
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endMcpSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A problem (RFC 9457), or an error of the protocol */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A problem (RFC 9457), or an error of the protocol */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpMessage"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The answer, or a stream of messages with the answer last */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["McpMessage"];
                    "text/event-stream": string;
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Metrics */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is wrong with the request (RFC 9457) */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What does not work now (RFC 9457) */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ready": true,
                     *       "checks": [
                     *         {
                     *           "name": "broker",
                     *           "ready": true,
                     *           "problem": null,
                     *           "url": "mqtt://127.0.0.1:8480"
                     *         },
                     *         {
                     *           "name": "store",
                     *           "ready": true,
                     *           "problem": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        checks: {
                            /** @description Hints at what may be wrong although Jia is ready. */
                            hint?: string;
                            name: string;
                            problem: string | null;
                            ready: boolean;
                            /** @description The address of the broker. */
                            url?: string;
                        }[];
                        ready: boolean;
                    };
                };
            };
            /** @description No token or session, or one that is over */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The scope, the rooms or the person do not reach so far, or the policy denies it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: wait for the seconds in Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Default Response */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        checks: {
                            /** @description Hints at what may be wrong although Jia is ready. */
                            hint?: string;
                            name: string;
                            problem: string | null;
                            ready: boolean;
                            /** @description The address of the broker. */
                            url?: string;
                        }[];
                        ready: boolean;
                    };
                };
            };
        };
    };
    createChatCompletion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": "jia",
                 *       "messages": [
                 *         {
                 *           "role": "user",
                 *           "content": "turn on the tv"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChatCompletionRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The answer, or with `stream` its chunks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "chatcmpl-0123456789abcdef0123456789abcdef",
                     *       "object": "chat.completion",
                     *       "created": 12,
                     *       "model": "jia",
                     *       "choices": [
                     *         {
                     *           "index": 0,
                     *           "message": {
                     *             "role": "assistant",
                     *             "content": "The TV is on.",
                     *             "refusal": null
                     *           },
                     *           "logprobs": null,
                     *           "finish_reason": "stop"
                     *         }
                     *       ],
                     *       "usage": {
                     *         "prompt_tokens": 0,
                     *         "completion_tokens": 0,
                     *         "total_tokens": 0,
                     *         "prompt_tokens_details": {
                     *           "cached_tokens": 0
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["ChatCompletion"];
                    "text/event-stream": string;
                };
            };
        };
    };
    listModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "object": "list",
                     *       "data": [
                     *         {
                     *           "id": "jia",
                     *           "object": "model",
                     *           "created": 12,
                     *           "owned_by": "jia"
                     *         },
                     *         {
                     *           "id": "jia:living",
                     *           "object": "model",
                     *           "created": 12,
                     *           "owned_by": "jia"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ModelList"];
                };
            };
        };
    };
    getModel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example jia */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "jia",
                     *       "object": "model",
                     *       "created": 12,
                     *       "owned_by": "jia"
                     *     }
                     */
                    "application/json": components["schemas"]["Model"];
                };
            };
        };
    };
    createResponse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "model": "jia",
                 *       "input": "turn off the tv"
                 *     }
                 */
                "application/json": components["schemas"]["ResponseRequest"];
            };
        };
        responses: {
            /** @description Default Response */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description Default Response */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenAiError"];
                };
            };
            /** @description The response, or with `stream` its events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "resp_877619f30d284090b02a3c51061cbb4e",
                     *       "object": "response",
                     *       "created_at": 1796144095,
                     *       "status": "completed",
                     *       "background": false,
                     *       "error": null,
                     *       "incomplete_details": null,
                     *       "instructions": null,
                     *       "max_output_tokens": null,
                     *       "model": "jia",
                     *       "output": [
                     *         {
                     *           "id": "msg_877619f30d284090b02a3c51061cbb4e",
                     *           "type": "message",
                     *           "status": "completed",
                     *           "role": "assistant",
                     *           "content": [
                     *             {
                     *               "type": "output_text",
                     *               "text": "The TV is off.",
                     *               "annotations": [],
                     *               "logprobs": []
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "parallel_tool_calls": false,
                     *       "previous_response_id": null,
                     *       "reasoning": {
                     *         "effort": null,
                     *         "summary": null
                     *       },
                     *       "store": false,
                     *       "temperature": null,
                     *       "text": {
                     *         "format": {
                     *           "type": "text"
                     *         }
                     *       },
                     *       "tool_choice": "none",
                     *       "tools": [],
                     *       "top_p": null,
                     *       "truncation": "disabled",
                     *       "usage": {
                     *         "input_tokens": 0,
                     *         "input_tokens_details": {
                     *           "cached_tokens": 0
                     *         },
                     *         "output_tokens": 0,
                     *         "output_tokens_details": {
                     *           "reasoning_tokens": 0
                     *         },
                     *         "total_tokens": 0
                     *       },
                     *       "user": null,
                     *       "metadata": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Response"];
                    "text/event-stream": string;
                };
            };
        };
    };
}
