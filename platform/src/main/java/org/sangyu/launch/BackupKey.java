package org.sangyu.launch;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Locale;

/**
 * Back-ups are encrypted to a public key, in the format of the tool {@code age}: the machine that makes them cannot open
 * them, and whoever has the secret key can, with that tool too.
 */
final class BackupKey {

    private static final String SECRET = "AGE-SECRET-KEY-1";

    private BackupKey() {}

    /**
     * Makes a pair, writes the secret key to a file and gives the public one.
     *
     * @throws CannotStart when the file exists
     */
    static String make(Path file) throws CannotStart {
        if (Files.exists(file)) {
            throw new CannotStart(
                    "文件已存在：" + file + "，密钥不会被覆盖。", "The file exists: " + file + "; a key is never overwritten.");
        }
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            WholeFile.write(file, "# " + pair.getPublic() + "\n" + pair.getPrivate() + "\n");
            return pair.getPublic().toString();
        } catch (IOException e) {
            throw Troubles.of(e, file);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is written to it ends encrypted in the file; closing it closes the file. */
    static OutputStream encrypting(FileChannel file, String recipient) throws CannotStart, IOException {
        try {
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(
                            file, List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotStart(
                    "备份公钥不对：应是 ./sangyu backup --new-key 给出的 age1… 一行。",
                    "Not a public key of a back-up: it is the line age1… that ./sangyu backup --new-key gives.",
                    e);
        }
    }

    /** What is in the file, in clear; closing it closes the file. */
    static InputStream decrypting(FileChannel file, Path key) throws CannotStart, IOException {
        try {
            String secret = Files.readAllLines(key).stream()
                    .map(String::strip)
                    .filter(line -> line.toUpperCase(Locale.ROOT).startsWith(SECRET))
                    .findFirst()
                    .orElseThrow(() -> new GeneralSecurityException("no secret key in the file"));
            return Channels.newInputStream(new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(
                            file, List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(secret))));
        } catch (NoSuchFileException e) {
            throw new CannotStart("没有这个密钥文件：" + key + "。", "There is no such key file: " + key + ".", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CannotStart(
                    "这把密钥打不开这份备份，或者它不是备份文件：" + key + "。",
                    "This key does not open this back-up, or the file is no back-up: " + key + ".",
                    e);
        }
    }
}
