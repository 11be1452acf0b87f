package uk.jointdesk.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Takes the time of writing out of a workbook, which is a zip of XML, so that the same content gives the same bytes. */
final class FixedZip {

    /** The first time a zip can hold. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String CORE = "docProps/core.xml";

    private FixedZip() {}

    static byte[] dated(byte[] zip, Instant when) {
        try {
            // Its writer states the sizes behind each entry, in 64 bits, which only a reader of whole files takes.
            Path file = Files.createTempFile("book", ".zip");
            try {
                Files.write(file, zip);
                return dated(file, when);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] dated(Path file, Instant when) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(file.toFile());
                ZipOutputStream fixed = new ZipOutputStream(out)) {
            for (ZipEntry entry : in.stream().toList()) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                fixed.putNextEntry(same);
                fixed.write(content(in, entry, when));
                fixed.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] content(ZipFile zip, ZipEntry entry, Instant when) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readAllBytes();
            return entry.getName().equals(CORE) ? dated(new String(content, StandardCharsets.UTF_8), when) : content;
        }
    }

    private static byte[] dated(String properties, Instant when) {
        return properties
                .replaceAll("(<dcterms:(?:created|modified)[^>]*>)[^<]*<", "$1" + when + "<")
                .getBytes(StandardCharsets.UTF_8);
    }
}
