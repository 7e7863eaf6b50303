package org.sangyu.access.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The secret of an authenticator before it is in use: to type, or as a picture to photograph. */
public final class AuthenticatorSecret {

    private static final int GROUP = 4;
    private static final String ISSUER = "Sangyu";

    private final byte[] bytes;

    /** One drawn before. */
    public AuthenticatorSecret(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** A new one. */
    public static AuthenticatorSecret draw() {
        return new AuthenticatorSecret(Totp.draw());
    }

    /** The secret itself. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In groups of four letters and digits. */
    public String spelled() {
        return Totp.spell(bytes).replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /** A two-dimensional code as an address that an image shows by itself. */
    public String picture(String account) {
        String uri = "otpauth://totp/" + ISSUER + ":" + account + "?secret=" + Totp.spell(bytes) + "&issuer=" + ISSUER;
        try {
            BitMatrix dots = new QRCodeWriter().encode(uri, BarcodeFormat.QR_CODE, 0, 0);
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++) {
                for (int x = 0; x < dots.getWidth(); x++) {
                    if (dots.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            String svg =
                    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + dots.getWidth() + " " + dots.getHeight()
                            + "' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h" + dots.getWidth() + "v"
                            + dots.getHeight() + "H0z'/><path d='" + path + "'/></svg>";
            return "data:image/svg+xml;base64,"
                    + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }
}
