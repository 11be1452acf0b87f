package uk.jointdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which port each part of the suite listens on, always on the loopback address. */
public record Ports(Map<Part, Integer> numbers) {

    public Ports {
        numbers = Map.copyOf(numbers);
        refuseDoubles(numbers);
    }

    /** The usual ports, changed by the environment and then by the command line. */
    public static Ports of(Map<String, String> environment, Map<Part, Integer> chosen) {
        Map<Part, Integer> numbers = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            String fromEnvironment = environment.get(part.variable());
            int usual = fromEnvironment == null ? part.usualPort() : number(part.variable(), fromEnvironment);
            numbers.put(part, chosen.getOrDefault(part, usual));
        }
        return new Ports(numbers);
    }

    /** Ports nobody uses at this moment, for tests that run beside other things. */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        Map<Part, Integer> numbers = new EnumMap<>(Part.class);
        try {
            for (Part part : Part.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                numbers.put(part, socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Ports(numbers);
    }

    static int number(String what, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw new CannotStart(what + ": " + text + " is not a port number");
        }
        return Integer.parseInt(text);
    }

    public int of(Part part) {
        return numbers.get(part);
    }

    /** Says which port is in use and who wanted it, or nothing when all are free. */
    public Optional<String> taken() {
        String all = numbers.entrySet().stream()
                .filter(entry -> inUse(entry.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "Port " + entry.getValue() + " is taken, and "
                        + entry.getKey().title() + " needs it ("
                        + entry.getKey().variable() + " or --ports "
                        + entry.getKey().optionName()
                        + "=<number> chooses another).")
                .collect(Collectors.joining(System.lineSeparator()));
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private static boolean inUse(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without this a port still cooling down after a stop would read as taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void refuseDoubles(Map<Part, Integer> numbers) {
        if (numbers.values().stream().distinct().count() < numbers.size()) {
            throw new CannotStart("Two parts cannot share a port: " + numbers);
        }
    }
}
