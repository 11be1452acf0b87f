package uk.jointdesk.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One seeded source of chance for one case of a law. The size grows from case to case, so that the first cases are
 * small enough to read and the later ones large enough to hurt.
 */
public final class Draw {

    private final SplittableRandom random;
    private final int size;

    Draw(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.size = size;
    }

    /** A source for what is no law: as large as any case, the same for the same seed. */
    public static Draw from(long seed) {
        return new Draw(seed, Laws.LARGEST);
    }

    /** How large this case may be, from 1 up to {@link Laws#LARGEST}. */
    public int size() {
        return size;
    }

    /** A whole number between the two bounds, both included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** A whole number between the two bounds, both included. */
    public long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    /** True in so many of a hundred cases. */
    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A list of between {@code least} and {@code least + size} drawn values. */
    public <T> List<T> listOf(int least, Generator<T> generator) {
        int length = between(least, least + size);
        List<T> drawn = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            drawn.add(generator.generate(this));
        }
        return drawn;
    }

    /** The same values in another order. */
    public <T> List<T> shuffled(List<T> values) {
        List<T> copy = new ArrayList<>(values);
        for (int i = copy.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = copy.get(i);
            copy.set(i, copy.get(j));
            copy.set(j, swapped);
        }
        return copy;
    }
}
