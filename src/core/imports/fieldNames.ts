import type { PlainFieldId } from '../users/userFields';
import type { FlagFieldId, ListFieldId } from './ImportField';

/** Headers of one field, one a line or between bars; those behind a question mark may mean something else, too. */
type Names = readonly [sure: string, vague?: string];

/**
 * What columns are called by the Admin console (https://support.google.com/a/answer/40057), Active Directory
 * (https://learn.microsoft.com/windows/win32/adschema/c-user), Microsoft 365
 * (https://learn.microsoft.com/graph/api/resources/user), systems of human resources, and people who write English, German, French or Spanish.
 */
export const fieldNames: Readonly<Record<'address' | 'orgUnit' | FlagFieldId | ListFieldId | PlainFieldId, Names>> = {
  address: [
    'Email|E-mail|Mail|Primary email|Email address|UserPrincipalName|UPN|Work email|Company email|Business email|Google email|E-Mail-Adresse|Geschäftliche E-Mail|Courriel|Adresse e-mail|Adresse courriel|E-mail professionnel|Correo|Correo electrónico|Dirección de correo electrónico|Correo corporativo',
    'Login|Username|User name|User|Account|Benutzername|Identifiant|Usuario',
  ],
  orgUnit: ['Org unit path|Org unit|OU|OU path|Organisationseinheit|Unité organisationnelle|Unidad organizativa', 'Unit|Einheit'],
  active: ['AccountEnabled|Enabled|Aktiv|Actif|Activo', 'Account status'],
  visible: ['Show in directory|IncludeInGlobalAddressList|Im Verzeichnis sichtbar|Visible dans l’annuaire|Visible en el directorio'],
  changePassword: [
    'Change password at next login|ForceChangePasswordNextSignIn|Must change password|Passwort bei nächster Anmeldung ändern|Changer le mot de passe à la prochaine connexion|Cambiar contraseña en el próximo inicio de sesión',
  ],
  communicationGroups: ['Groups|Google Groups|Mailing lists|Gruppen|Verteiler|Groupes|Listes de diffusion|Grupos|Listas de distribución'],
  permissionGroups: ['Security groups|Sicherheitsgruppen|Berechtigungsgruppen|Groupes de sécurité|Grupos de seguridad'],
  chatSpaces: ['Chat channels|Spaces|Channels|Chaträume|Espaces Chat|Espacios de Chat'],
  givenName: ['GivenName|Forename|Legal first name|Vorname|Prénom|Nombre|Nombre de pila', 'Preferred name|Known as|Rufname'],
  familyName: ['Surname|SN|Legal last name|Nachname|Familienname|Nom|Nom de famille|Apellido|Apellidos', 'Name|Zuname'],
  displayName: ['Anzeigename|Nom affiché|Nombre para mostrar', 'Name|Full name|CN|Vollständiger Name|Nom complet|Nombre completo'],
  title: [
    'JobTitle|Position|Funktion|Stellenbezeichnung|Berufsbezeichnung|Fonction|Poste|Intitulé du poste|Cargo|Puesto',
    'Title|Role|Titel|Titre|Título',
  ],
  department: ['Dept|Abteilung|Département|Departamento', 'Team|Service|Division|Bereich|Área'],
  costCenter: ['Cost centre|Kostenstelle|Centre de coûts|Centro de coste|Centro de costes|Centro de costos'],
  company: ['Company name|Firma|Unternehmen|Société|Entreprise|Empresa|Compañía', 'Organization|Organisation|Organización'],
  workLocation: [
    'Work location|PhysicalDeliveryOfficeName|Arbeitsort|Standort|Lieu de travail|Lugar de trabajo',
    'Office|Location|Site|Büro|Bureau|Oficina|Ubicación',
  ],
  employeeType: [
    'Employment type|Worker type|Mitarbeitertyp|Beschäftigungsart|Type d’employé|Type de contrat|Tipo de empleado|Tipo de contrato',
    'Type|Description',
  ],
  employeeId: [
    'EmployeeNumber|Staff ID|Staff number|Personnel number|Personalnummer|Mitarbeiternummer|Matricule|Numéro d’employé|Número de empleado',
    'ID|Number|Nummer',
  ],
  manager: [
    'Manager email|Manager’s email|Supervisor email|Line manager email|E-Mail des Vorgesetzten|E-mail du responsable|Correo del jefe',
    'Reports to|Supervisor|Line manager|Vorgesetzter|Vorgesetzte|Responsable|Supérieur hiérarchique|Jefe',
  ],
  workPhone: [
    'Telephone|TelephoneNumber|Business phone|BusinessPhones|Office phone|Telefon geschäftlich|Geschäftliches Telefon|Téléphone professionnel|Teléfono del trabajo',
    'Phone|Phone number|Tel|Telefon|Telefonnummer|Téléphone|Teléfono',
  ],
  mobilePhone: [
    'Mobile|Cell|Cell phone|Mobile number|Handy|Handynummer|Mobil|Mobiltelefon|Téléphone portable|Téléphone mobile|Móvil|Celular|Teléfono móvil',
    'Portable',
  ],
  homePhone: ['Private phone|Telefon privat|Téléphone domicile|Teléfono particular'],
  workMobile: ['Work mobile|Business mobile|Diensthandy|Portable professionnel|Móvil de empresa'],
  mainPhone: ['Company phone|Zentrale|Centralita'],
  otherPhone: ['OtherTelephone'],
  workFax: ['FacsimileTelephoneNumber|Fax number|Business fax|Télécopie'],
  homeFax: ['Fax privat'],
  pager: ['Pager number'],
  workEmail: ['Work secondary email', 'Secondary email|OtherMails'],
  homeEmail: ['Home secondary email|Personal email|Private email|Private E-Mail|E-mail personnel|Correo personal', 'Home email'],
  otherEmail: ['Alternate email', 'Other email|E-mail 2'],
  workAddress: [
    'Business address|Office address|Geschäftsadresse|Adresse professionnelle|Dirección del trabajo',
    'Address|StreetAddress|Adresse|Dirección',
  ],
  homeAddress: ['Private address|Privatadresse|Wohnadresse|Adresse personnelle|Dirección particular', 'Domicile|Domicilio'],
  website: ['Web page|WWWHomePage|Homepage|Webseite|Site web|Sitio web|Página web', 'URL'],
  building: ['Gebäude|Bâtiment|Edificio'],
  floor: ['Stockwerk|Étage|Planta|Piso'],
  floorSection: [''],
  desk: ['Platznummer|Mesa', 'Arbeitsplatz|Poste de travail'],
  locale: ['PreferredLanguage|Sprache|Langue|Idioma'],
  recoveryEmail: ['Wiederherstellungs-E-Mail|E-mail de récupération|Correo de recuperación'],
  recoveryPhone: ['Wiederherstellungstelefon|Téléphone de récupération|Teléfono de recuperación'],
};

/** Why a column is never used. */
export type IgnoredReason =
  /** Google tells it and takes none of it. */
  | 'readOnly'
  /** I4: an import renames nobody. */
  | 'rename'
  /** Says in another way what "Active" says with true and false. */
  | 'status'
  /** Its cells are not read. */
  | 'password';

export const ignoredNames: Readonly<Record<IgnoredReason, string>> = {
  readOnly:
    'Status|Last sign in|2sv enrolled|2sv enforced|Email usage|Drive usage|Total storage|Storage used|Licenses|Creation time|Advanced Protection Program enrollment|SAMAccountName|ObjectGUID|ObjectId|DistinguishedName|WhenCreated|LastLogonDate',
  rename: 'New primary email|Neue primäre E-Mail-Adresse',
  status: 'New status|UserAccountControl|BlockCredential',
  password: 'Password hash function|Hash function|UnicodePwd|Pwd|Passwd|PW|Kennwort|Clave',
};

/** Any header that speaks of passwords, but for the one that names a flag. */
export const passwordWords: readonly string[] = ['password', 'passwort', 'kennwort', 'motdepasse', 'contrasena'];
