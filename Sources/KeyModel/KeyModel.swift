// For the time of the move: who imports KeyModel sees the rooms.
@_exported import Calls
@_exported import Catalogs
@_exported import Documents
@_exported import Judgement
@_exported import Keys
