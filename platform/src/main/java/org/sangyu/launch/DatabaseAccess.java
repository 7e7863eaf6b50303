package org.sangyu.launch;

import java.util.Map;

/**
 * Where the database is and with which two logins it is used.
 *
 * @param url JDBC address
 * @param owner owns the schemas and runs the migrations; never used by pages or jobs
 * @param app what pages and jobs sign in as: owns nothing, cannot pass by row security, works as {@code sangyu_app} or
 *     {@code sangyu_personal}
 */
public record DatabaseAccess(String url, Login owner, Login app) {

    /** A database login and its password. */
    public record Login(String user, String password) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    /** The properties of the application's data source; the owner's login never reaches the application. */
    public Map<String, Object> properties() {
        return Map.of(
                "sangyu.db.url", url,
                "sangyu.db.app-user", app.user(),
                "sangyu.db.app-password", app.password());
    }
}
