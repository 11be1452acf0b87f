package uk.jointdesk.system.operation;

import java.util.Arrays;
import java.util.Optional;

/** What belongs to one partner and is named in paths, by the beginning of those paths. */
public enum Thing {
    TICKET("/api/v1/tickets/{reference}"),
    IMPORT("/api/v1/imports/{id}"),
    SUBSCRIPTION("/api/v1/subscriptions/{id}"),
    MAJOR_INCIDENT("/api/v1/major-incidents/{reference}"),
    PROBLEM("/api/v1/problems/{reference}"),
    ARTICLE("/api/v1/knowledge/{id}"),
    BILL("/api/v1/bills/{number}"),
    RECEIPT("/api/v1/receipts/{id}"),
    ACCOUNT("/api/v1/partner-accounts/{partner}"),
    STATEMENT("/api/v1/contribution-statements/{partner}/{financialYear}"),
    DRIVER_VALUE("/api/v1/driver-values/{id}");

    /** For which everybody was billed in the demo data. */
    private static final String YEAR = "2020-21";

    private final String place;

    Thing(String place) {
        this.place = place;
    }

    /** The thing that an operation's path names first. */
    public static Optional<Thing> namedBy(Operation operation) {
        return Arrays.stream(values())
                .filter(thing -> thing.isNamedBy(operation))
                .findFirst();
    }

    public boolean isNamedBy(Operation operation) {
        String path = operation.path();
        return path.startsWith(place)
                && (path.length() == place.length() || "/.".indexOf(path.charAt(place.length())) >= 0);
    }

    /** Where the one with this name is. */
    public String at(String name) {
        return Operation.filled(place, variable -> variable.equals("financialYear") ? YEAR : name);
    }

    /** What follows in an operation's path once the thing is named. */
    public String restOf(Operation operation) {
        return operation.path().substring(place.length());
    }
}
