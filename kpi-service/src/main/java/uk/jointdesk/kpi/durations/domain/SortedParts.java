package uk.jointdesk.kpi.durations.domain;

import java.util.List;

/**
 * Finds what would stand at a place if several sorted lists were one, without putting them together: the middle of the
 * largest list that is left cuts every list in two, and the half that the place is not in is left out.
 */
final class SortedParts {

    private final List<long[]> parts;
    private final int[] from;
    private final int[] to;

    /** @param parts each sorted */
    SortedParts(List<long[]> parts) {
        this.parts = parts;
        this.from = new int[parts.size()];
        this.to = new int[parts.size()];
    }

    /** @param place from 0 up to the number of all values, which it does not reach */
    long at(long place) {
        for (int i = 0; i < from.length; i++) {
            from[i] = 0;
            to[i] = parts.get(i).length;
        }
        int[] below = new int[from.length];
        int[] upTo = new int[from.length];
        while (true) {
            long middle = middleOfLargest();
            long smaller = count(middle, false, below);
            if (place < smaller) {
                System.arraycopy(below, 0, to, 0, to.length);
            } else if (place < count(middle, true, upTo)) {
                return middle;
            } else {
                System.arraycopy(upTo, 0, from, 0, from.length);
            }
        }
    }

    private long middleOfLargest() {
        int largest = 0;
        for (int i = 1; i < from.length; i++) {
            if (to[i] - from[i] > to[largest] - from[largest]) {
                largest = i;
            }
        }
        return parts.get(largest)[(from[largest] + to[largest]) >>> 1];
    }

    /** How many values are smaller, or no larger; {@code ends} is where they end in each list. */
    private long count(long value, boolean orEqual, int[] ends) {
        long count = 0;
        for (int i = 0; i < ends.length; i++) {
            ends[i] = end(i, value, orEqual);
            count += ends[i];
        }
        return count;
    }

    private int end(int part, long value, boolean orEqual) {
        long[] values = parts.get(part);
        int low = from[part];
        int high = to[part];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value || (orEqual && values[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
