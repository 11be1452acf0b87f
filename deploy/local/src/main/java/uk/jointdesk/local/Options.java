package uk.jointdesk.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What {@code ./run} was asked to do. The command line wins over the environment. */
public record Options(Path dataDir, Ports ports, boolean reset, boolean demo, boolean help) {

    static final String USAGE = """
            ./run [options]      starts the whole suite on this machine and stays until Ctrl-C

              --reset            starts empty: deletes the data directory first
              --no-demo          starts without the demo data
              --data-dir <path>  where data and logs live        (JOINTDESK_DATA_DIR, default .jointdesk)
              --port <number>    the gateway's port              (JOINTDESK_PORT, default 8080)
              --ports <list>     other ports, as incident=8081,kpi=8082,finance=8083,keycloak=8180,postgres=15432
                                 (JOINTDESK_INCIDENT_PORT, _KPI_PORT, _FINANCE_PORT, _KEYCLOAK_PORT, _POSTGRES_PORT)
              --help             this text
            """;

    /** Reads the command line; throws {@link CannotStart} for an option that is not one. */
    public static Options of(List<String> arguments, Map<String, String> environment, Path root) {
        Reader reader = new Reader(arguments, environment, root);
        reader.readAll();
        return new Options(
                reader.dataDir.toAbsolutePath().normalize(),
                Ports.of(environment, reader.chosen),
                reader.reset,
                reader.demo,
                reader.help);
    }

    private static final class Reader {

        private final Deque<String> rest;
        private final Map<Part, Integer> chosen = new EnumMap<>(Part.class);
        private Path dataDir;
        private boolean reset;
        private boolean demo = true;
        private boolean help;

        Reader(List<String> arguments, Map<String, String> environment, Path root) {
            this.rest = new ArrayDeque<>(arguments);
            String fromEnvironment = environment.get("JOINTDESK_DATA_DIR");
            this.dataDir = fromEnvironment == null ? root.resolve(".jointdesk") : Path.of(fromEnvironment);
        }

        void readAll() {
            while (!rest.isEmpty()) {
                read(rest.pop());
            }
        }

        private void read(String option) {
            int equals = option.indexOf('=');
            if (option.startsWith("--") && equals > 0) {
                rest.push(option.substring(equals + 1));
                read(option.substring(0, equals));
                return;
            }
            switch (option) {
                case "--reset" -> reset = true;
                case "--no-demo" -> demo = false;
                case "--help", "-h" -> help = true;
                case "--data-dir" -> dataDir = Path.of(value(option));
                case "--port" -> chosen.put(Part.GATEWAY, Ports.number(option, value(option)));
                case "--ports" -> readPorts(value(option));
                default -> throw new CannotStart("There is no option " + option + ". ./run --help lists them.");
            }
        }

        private void readPorts(String list) {
            for (String entry : list.split(",", -1)) {
                String[] pair = entry.split("=", -1);
                if (pair.length != 2) {
                    throw new CannotStart("--ports wants name=number, not " + entry);
                }
                chosen.put(part(pair[0]), Ports.number("--ports " + pair[0], pair[1]));
            }
        }

        private static Part part(String name) {
            return Arrays.stream(Part.values())
                    .filter(part -> part.optionName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart("--ports knows no part named " + name));
        }

        private String value(String option) {
            if (rest.isEmpty()) {
                throw new CannotStart(option + " needs a value.");
            }
            return rest.pop();
        }
    }
}
