package uk.jointdesk.system.fuzz;

/** Where a request is put: to whom everybody talks, or to a service that must stand by itself. */
enum Door {
    GATEWAY,
    SERVICE
}
