package uk.jointdesk.kpi.measurement.domain;

/** A measurement that may be right and has no place in what stands; answered 409. */
public final class OutOfPlace extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    OutOfPlace(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
