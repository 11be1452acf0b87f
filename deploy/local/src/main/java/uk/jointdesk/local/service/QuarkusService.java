package uk.jointdesk.local.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.jointdesk.local.DataDir;
import uk.jointdesk.local.process.Child;
import uk.jointdesk.local.process.JavaProgram;
import uk.jointdesk.local.process.Register;
import uk.jointdesk.local.process.Stay;

/** One service of the suite as its built jar runs it, told by environment variables where the others are. */
public record QuarkusService(
        String name, Path jar, int port, int heapMegabytes, Stay stay, Map<String, String> environment) {

    public QuarkusService {
        environment = Map.copyOf(environment);
    }

    public Child start(DataDir dataDir, Register register) {
        List<String> jvm = new ArrayList<>(stay.jvm());
        jvm.add("-XX:+ExitOnOutOfMemoryError");
        jvm.add("-Xmx" + heapMegabytes + "m");
        jvm.add("-Duser.timezone=UTC");
        List<String> line = JavaProgram.line(jvm, List.of("-jar", jar.toString()));
        Map<String, String> all = new HashMap<>(environment);
        all.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        Child.Command command = new Child.Command(name, line, all, dataDir.path());
        return Child.start(command, dataDir.freshLog(name), register);
    }

    /** Where it says whether it is ready. */
    public String readiness() {
        return "http://127.0.0.1:" + port + "/q/health/ready";
    }
}
