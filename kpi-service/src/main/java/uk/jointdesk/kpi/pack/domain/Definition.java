package uk.jointdesk.kpi.pack.domain;

/** A measure as it was defined when the figures were taken. */
public record Definition(String code, int version, String text) implements Comparable<Definition> {
    /** How figures name it: {@code compliance/1}. */
    public String name() {
        return code + "/" + version;
    }

    @Override
    public int compareTo(Definition other) {
        int byCode = code.compareTo(other.code);
        return byCode == 0 ? Integer.compare(version, other.version) : byCode;
    }
}
