package uk.jointdesk.system.load.door;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** nginx as a plain proxy in front of one service, told what it needs and nothing that would slow it down. */
final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
            user root;
            worker_processes 2;
            daemon off;
            pid <directory>/nginx.pid;
            error_log <directory>/error.log warn;
            events { worker_connections 1024; }
            http {
              access_log off;
              client_body_temp_path <directory>/bodies;
              proxy_temp_path <directory>/answers;
              fastcgi_temp_path <directory>/fastcgi;
              uwsgi_temp_path <directory>/uwsgi;
              scgi_temp_path <directory>/scgi;
              upstream service {
                server 127.0.0.1:<service>;
                keepalive 64;
                keepalive_requests 1000000;
              }
              server {
                listen 127.0.0.1:<port>;
                keepalive_requests 1000000;
                location / {
                  proxy_pass http://service;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header Host $host;
                  proxy_buffers 16 16k;
                  proxy_max_temp_file_size 0;
                }
              }
            }
            """;

    private static final int LOOKS = 100;
    private static final long BETWEEN_MILLIS = 100;

    private final Process process;
    private final int port;

    /** @param directory of its own, which nobody else uses */
    Nginx(Path program, Path directory, int service) throws IOException {
        if (!Files.isExecutable(program)) {
            throw new IllegalStateException("There is no " + program
                    + ": install nginx (Debian: nginx-light), or name it with -Dnginx=<path>.");
        }
        this.port = freePort();
        Files.createDirectories(directory);
        Path configuration = Files.writeString(
                directory.resolve("nginx.conf"),
                CONFIGURATION
                        .replace("<directory>", directory.toAbsolutePath().toString())
                        .replace("<service>", Integer.toString(service))
                        .replace("<port>", Integer.toString(port)));
        this.process = new ProcessBuilder(
                        List.of(program.toString(), "-p", directory.toString(), "-c", configuration.toString()))
                .inheritIO()
                .start();
        awaitPort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void awaitPort() {
        for (int look = 0; look < LOOKS; look++) {
            try (Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                pause();
            }
        }
        close();
        throw new IllegalStateException("nginx does not listen on " + port);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    int port() {
        return port;
    }

    /** The master ends its workers when it is asked to end. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
