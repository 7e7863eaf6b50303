package org.sangyu.policy.internal.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.sangyu.rules.RegionCode;
import org.sangyu.rules.packs.PackFile;

/**
 * Reads a pack folder that somebody uploaded as a zip; nothing is ever unpacked onto the disk.
 *
 * <p>Whatever region the folder names, its values are tried for the desk's own place; what no decision reads (documents
 * aside) is left out.
 */
public final class UploadedPack {

    private static final int MOST_FILES = 500;
    private static final int MOST_BYTES = 512 * 1024;
    private static final int MOST_ALTOGETHER = 8 * 1024 * 1024;
    private static final String PACK = "pack.yaml";

    private UploadedPack() {}

    /** Why a file cannot be used: a key of the words. */
    public static final class RefusedException extends Exception {

        private final String wordKey;

        RefusedException(String wordKey) {
            super(wordKey);
            this.wordKey = wordKey;
        }

        /** What is wrong, as a key of the words. */
        public String wordKey() {
            return wordKey;
        }
    }

    /** For what a caller finds out: no file at all. */
    public static RefusedException refused(String wordKey) {
        return new RefusedException(wordKey);
    }

    /** The files of the folder as a layer of the target. */
    public static List<PackFile> read(InputStream zip, RegionCode target) throws IOException, RefusedException {
        List<PackFile> all = files(zip);
        String base = all.stream()
                .map(PackFile::path)
                .filter(path -> path.equals(PACK) || path.endsWith("/" + PACK))
                .findFirst()
                .map(path -> path.substring(0, path.length() - PACK.length()))
                .orElseThrow(() -> new RefusedException("simulation.upload.nopack"));
        List<PackFile> layer = new ArrayList<>(List.of(DraftValues.head(target)));
        for (PackFile file : all) {
            String inside = file.path().startsWith(base) ? file.path().substring(base.length()) : "";
            if (decides(inside)) {
                layer.add(new PackFile(DraftValues.FOLDER + "/" + inside, file.text()));
            }
        }
        if (layer.size() == 1) {
            throw new RefusedException("simulation.upload.novalues");
        }
        return layer;
    }

    private static boolean decides(String inside) {
        return inside.equals("documents.yaml")
                || inside.equals("conflicts.yaml")
                || inside.startsWith("benefits/") && !inside.endsWith("/cases.yaml");
    }

    private static List<PackFile> files(InputStream zip) throws IOException, RefusedException {
        List<PackFile> files = new ArrayList<>();
        int altogether = 0;
        int entries = 0;
        try (ZipInputStream in = new ZipInputStream(zip, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MOST_FILES) {
                    throw new RefusedException("simulation.upload.large");
                }
                String name = entry.getName().replace('\\', '/');
                if (entry.isDirectory() || !name.toLowerCase(Locale.ROOT).endsWith(".yaml")) {
                    continue;
                }
                byte[] bytes = in.readNBytes(MOST_BYTES + 1);
                altogether += bytes.length;
                if (bytes.length > MOST_BYTES || altogether > MOST_ALTOGETHER) {
                    throw new RefusedException("simulation.upload.large");
                }
                files.add(new PackFile(name, text(bytes)));
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw new RefusedException("simulation.upload.broken");
        }
        if (entries == 0) {
            throw new RefusedException("simulation.upload.broken");
        }
        return files;
    }

    private static String text(byte[] bytes) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            throw new RefusedException("simulation.upload.encoding");
        }
    }
}
