/** Name of the configuration of an organisation that has a folder to itself; other names are for one of several. */
export const CONFIG_FILE = 'org.config.json'
