"""What both sites share: sessions, security, language, fields, the journey runner, errors."""
