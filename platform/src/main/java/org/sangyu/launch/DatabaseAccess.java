package org.sangyu.launch;

import java.util.Map;

/**
 * Where the database is and with which two roles it is used.
 *
 * @param url JDBC address
 * @param owner owns the schemas and runs the migrations; never used by pages or jobs
 * @param app what pages and jobs use: owns nothing, cannot pass by row security
 */
public record DatabaseAccess(String url, Login owner, Login app) {

    /** A database role and its password. */
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
