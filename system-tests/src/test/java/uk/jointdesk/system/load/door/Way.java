package uk.jointdesk.system.load.door;

/**
 * A way to the service.
 *
 * @param name as the report writes it
 * @param port on this machine
 */
record Way(String name, int port) {}
