package uk.jointdesk.local;

import java.nio.file.Path;
import uk.jointdesk.local.process.Stay;

/** What one start of the suite is to be: where its data lives, on which ports, empty or with the demo data. */
public record Settings(Path dataDir, Ports ports, boolean reset, boolean demo, Stay stay) {

    static Settings of(Options options) {
        return new Settings(options.dataDir(), options.ports(), options.reset(), options.demo(), Stay.BRIEF);
    }
}
